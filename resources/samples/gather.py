"""An asynchronous job: three waits at once, awaited by the worker."""
import asyncio


async def wait(name, seconds):
    print(f"{name} waits {seconds} s")
    await asyncio.sleep(seconds)
    return name


async def boot(*names):
    done = await asyncio.gather(*(wait(name, 0.1 * number) for number, name in enumerate(names or ("a", "b", "c"), 1)))
    return {"done": done}
