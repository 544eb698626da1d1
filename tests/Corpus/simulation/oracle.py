#!/usr/bin/env python3
"""What must come of a scenario, worked out without the program.

usage: oracle.py [--check] [NAME …]

Reads annotated/NAME.jsonl (all of them where none is named) and writes NAME.scenario.jsonl and NAME.expected.json
beside this file; with --check it only compares and ends with 1 where a file differs.

An annotated scenario is a scenario whose first line may hold a "note" for the expected file and whose messages say in
"means" what a reader who knows the design takes them for:
  "meets":   the dues it is handed in for, "[unit ]obligation deadline" (the sender's own unit where none is named)
  "reopens": the dues it takes its hand-in back from, written the same way
  "figures": what it adds to the totals, slot by slot (a correction: the difference; a repeat: nothing)
  "asks":    true for an admin's 未报
A message without "means" is chatter. The obligations stand in annotated/campaigns.json, by the scenario's "campaign".
"""
import csv, json, sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAY = timedelta(days=1)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
CALENDAR = {date.fromisoformat(r["date"]): r["day"] for r in csv.DictReader(open(HERE.parent / "calendar" / "cn-public-holidays.csv", encoding="utf-8"))}


# --- the calendar ---------------------------------------------------------------------------------------------------
def works(day): return CALENDAR.get(day, "rest" if day.weekday() >= 5 else "work") == "work"


def working_day(day, step, count=1):
    """The count-th working day after (step 1) or before (step -1) a day."""
    while count:
        day += step * DAY
        count -= works(day)
    return day


def quiet(now): return now.hour >= 21 or now.hour < 8


# --- dues and their steps -------------------------------------------------------------------------------------------
class Occurrence:
    """One deadline of one obligation: its window, its steps, and how each unit that owes it stands."""

    def __init__(self, order, obligation, opens, day):
        self.order, self.kind, self.opens, self.day = order, obligation["kind"], opens, day
        hour = obligation.get("time")
        self.ends = at(day, time.fromisoformat(hour)) if hour else at(day + DAY, time(0))
        self.steps, self.states, self.thanked = steps(self, obligation), {}, False

    def missing(self, closed): return sorted(u for u, s in self.states.items() if s == "open" and u not in closed)

    def push(self, now, kind, units):
        return {"at": now.isoformat(), "kind": kind, "obligation": self.kind, "deadline": self.day.isoformat(), "units": units}


def at(day, hour): return datetime.combine(day, hour, datetime.fromisoformat("2024-01-01T00:00:00+08:00").tzinfo)


def schedule(obligation, period):
    """The schedule as it is acted on: 及时报送 becomes Fridays for material, the period's end for the rest."""
    if obligation["schedule"] != "unspecified": return obligation
    if obligation["kind"] == "material": return {**obligation, "schedule": "weekly", "weekday": "fri"}
    return {**obligation, "schedule": "once", "due": period["to"]}


def deadlines(obligation, period):
    rhythm = obligation["schedule"]
    if rhythm == "once": return [date.fromisoformat(obligation["due"])]
    if rhythm == "weekly":
        first, last = (date.fromisoformat(obligation.get(k, period[k])) for k in ("from", "to"))
        return [d for d in (first + i * DAY for i in range((last - first).days + 1)) if WEEKDAYS[d.weekday()] == obligation["weekday"]]
    if rhythm == "monthly":
        (y, m), last = map(int, obligation["from"].split("-")), obligation["to"]
        found = []
        while f"{y}-{m:02}" <= last:
            found.append(date(y, m, obligation["day"]))
            y, m = (y, m + 1) if m < 12 else (y + 1, 1)
        return found
    raise ValueError(rhythm)


def occurrences(campaign, begins):
    found = []
    for order, raw in enumerate(campaign["obligations"]):
        obligation = schedule(raw, campaign["period"])
        first = obligation.get("from", campaign["period"]["from"])
        opens = date.fromisoformat(first if len(first) == 10 else first + "-01")
        for day in deadlines(obligation, campaign["period"]):
            if day >= begins: found.append(Occurrence(order, obligation, opens, day))
            opens = day + DAY
    return found


def steps(due, obligation):
    """When a due is pushed, by the default policy: [(instant, kind)]."""
    if obligation["schedule"] in ("weekly", "biweekly"):
        plan = [(working_day(due.day, -1), time(16)), (due.day, time(15))]
    else:
        plan = [(due.day - 3 * DAY, time(9)), (due.day - DAY, time(9)), (due.day, time(9)), (due.day, time(15))]
    instants = set()
    for day, hour in plan:
        step = at(day, hour)
        if step >= due.ends: step = max(due.ends - timedelta(hours=2), at(day, time(8)))
        if not works(step.date()): step = at(working_day(step.date(), -1), step.timetz().replace(tzinfo=None))
        if step.date() >= due.opens: instants.add(step)
    overdue, escalation = (at(working_day(due.day, 1, n), time(9)) for n in (1, 2))
    return sorted((i, "reminder") for i in instants | {overdue}) + [(escalation, "escalation")]


# --- the season -----------------------------------------------------------------------------------------------------
class Season:
    def __init__(self, head, campaign):
        self.head, self.now = head, datetime.fromisoformat(head["from"])
        self.ends = datetime.fromisoformat(head["to"])
        self.units, self.closed, self.admins = list(head["units"]), set(), head["admins"]
        self.dues = occurrences(campaign, self.now.date())
        for due in self.dues: due.states = {u: "open" for u in self.units}
        self.done, self.late, self.down_since, self.kept = set(), [], None, []
        self.pushes, self.queries, self.totals = [], [], {}

    def run(self, lines):
        for line in lines:
            self.reach(datetime.fromisoformat(line["at"]), before=True)
            self.handle(line)
        self.reach(self.ends, before=False)

    def reach(self, instant, before):
        """Time goes on: every step up to the instant (only before it, where a message is said then)."""
        ahead = sorted({(i, n) for n, due in enumerate(self.dues) for i, _ in due.steps if i > self.now or (i == self.now and not self.passed(due, i))}
                       | {(i, n) for i, n, _ in self.late})
        for step, n in ahead:
            if step > instant or (before and step == instant): break
            self.now = step
            if not self.down_since: self.take(n, step)
        self.now = instant

    def passed(self, due, instant): return (due.order, due.day, instant) in self.done

    def take(self, n, instant):
        due = self.dues[n]
        for when, kind in due.steps:
            if when == instant and not self.passed(due, when):
                self.done.add((due.order, due.day, when))
                self.send(due, kind)
        for entry in [e for e in self.late if e[:2] == (instant, n)]:
            self.late.remove(entry)
            self.send_late(n, entry[2])

    def send(self, due, kind):
        units = due.missing(self.closed)
        if units: self.pushes.append((due, due.push(self.now, kind, units)))

    def handle(self, line):
        event = line.get("event")
        if event is None and self.down_since: self.kept.append(line)
        elif event is None: self.hear(line)
        else: getattr(self, event)(line)

    def hear(self, line):
        means, said = line.get("means", {}), datetime.fromisoformat(line["at"])
        for slot, value in means.get("figures", {}).items(): self.totals[slot] = self.totals.get(slot, 0) + value
        for due, unit in self.named(line, means.get("reopens", [])):
            assert due.states[unit] in ("met", "late"), (line["at"], unit, due.states[unit])
            due.states[unit] = "open"
        for due, unit in self.named(line, means.get("meets", [])):
            assert due.states[unit] in ("open", "excused"), (line["at"], unit, due.states[unit])
            due.states[unit] = "met" if said < due.ends else "late"
            if not due.missing(self.closed) and not due.thanked:
                due.thanked = True
                self.pushes.append((due, due.push(self.now, "thanks", [])))
        if means.get("asks"): self.queries.append({"at": line["at"], "open": self.open_now()})

    def named(self, line, written):
        for words in map(str.split, written):
            unit = words[0] if len(words) == 3 else line["from"]
            yield next(d for d in self.dues if (d.kind, d.day.isoformat()) == tuple(words[-2:])), unit

    def open_now(self):
        return [{"obligation": d.kind, "deadline": d.day.isoformat(), "units": d.missing(self.closed)}
                for d in self.dues if d.opens <= self.now.date() and d.day <= self.ends.date()]

    # The events, by their names in the scenario.
    def join(self, line):
        self.units.append(line["unit"])
        for due in self.dues:
            if due.day >= self.now.date(): due.states[line["unit"]] = "open"

    def close(self, line):
        self.closed.add(line["unit"])
        for due in self.dues:
            if due.day >= self.now.date() and due.states.get(line["unit"]) == "open": due.states[line["unit"]] = "excused"

    def excuse(self, line):
        ahead = [d for d in self.dues if d.states.get(line["unit"]) == "open" and d.ends > self.now]
        last = datetime.fromisoformat(line["to"]).date() if "to" in line else min(d.day for d in ahead)
        for due in ahead:
            if due.day <= last: due.states[line["unit"]] = "excused"

    def down(self, _): self.down_since = self.now

    def up(self, _):
        since, self.down_since = self.down_since, None
        kept, self.kept = self.kept, []
        for line in kept: self.hear(line)
        self.catch_up(since)

    def clock(self, line):
        since, self.now = self.now, datetime.fromisoformat(line["to"])
        self.catch_up(since)

    def catch_up(self, since):
        """Of each due only the newest step passed over is sent."""
        for n, due in enumerate(self.dues):
            passed = [(i, k) for i, k in due.steps if since < i <= self.now and not self.passed(due, i)]
            self.done |= {(due.order, due.day, i) for i, _ in passed}
            if passed: self.send_late(n, passed[-1])

    def send_late(self, n, step):
        due = self.dues[n]
        if quiet(self.now):
            morning = self.now.date() + (DAY if self.now.hour >= 8 else 0 * DAY)
            self.late.append((at(morning, time(8)), n, step))
        elif due.ends > self.now or self.now - step[0] < DAY:
            self.send(due, step[1])

    def expected(self):
        ordered = [push for _, push in sorted(self.pushes, key=lambda p: (p[1]["at"], p[0].order, p[0].day))]
        final = [{"obligation": d.kind, "deadline": d.day.isoformat(), "unit": u, "state": d.states[u]}
                 for d in self.dues if d.day <= self.ends.date() for u in self.units if u in d.states]
        note = {"note": self.head["note"]} if "note" in self.head else {}
        totals = {slot: self.totals[slot] for slot in sorted(self.totals) if self.totals[slot]}
        return {**note, "pushes": ordered, "queries": self.queries, "final": {"dues": final, "totals": totals}}


def work_out(name):
    head, *lines = [json.loads(l) for l in (HERE / "annotated" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if l.strip()]
    season = Season(head, json.loads((HERE / "annotated" / "campaigns.json").read_text(encoding="utf-8"))[head["campaign"]])
    season.run(lines)
    plain = [{k: v for k, v in line.items() if k not in ("note", "means")} for line in [head, *lines]]
    return {f"{name}.scenario.jsonl": "".join(json.dumps(l, ensure_ascii=False) + "\n" for l in plain),
            f"{name}.expected.json": json.dumps(season.expected(), ensure_ascii=False, indent=1)}


def main(words):
    check, names = "--check" in words, [w for w in words if w != "--check"]
    differ = 0
    for name in names or sorted(p.stem for p in (HERE / "annotated").glob("*.jsonl")):
        for file, text in work_out(name).items():
            path = HERE / file
            if not check: path.write_text(text, encoding="utf-8")
            elif not path.exists() or path.read_text(encoding="utf-8") != text:
                differ += 1
                print(f"{file} differs")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
