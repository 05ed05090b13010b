"""A job that succeeds: progress, events, output, and a result.

kule run report.py --arg 5
"""
import time


def boot(rows=5, pause=0.2):
    safe_trigger("reports", "started", {"rows": rows})
    total = 0
    for row in range(1, rows + 1):
        report_progress(100 * (row - 1) / rows, f"row {row} of {rows}")
        print(f"row {row}: {row * row}")
        total += row * row
        time.sleep(pause)
    report_progress(100, "done")
    safe_trigger("reports", "finished", {"rows": rows, "total": total})
    return {"rows": rows, "total": total}
