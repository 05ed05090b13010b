"""A job that succeeds: says what it was given, shows progress, returns a value."""
import platform


def boot(name="world", **kwargs):
    report_progress(25, "greeting")
    print(f"Hello, {name}!")
    safe_trigger("samples", "greeted", {"name": name})  # goes to Pusher once that is configured, and to the job's page
    report_progress(75, "looking around")
    print("This is Python", platform.python_version())
    report_progress(100)
    return {"greeted": name, "python": platform.python_version(), **kwargs}
