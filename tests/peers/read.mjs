// Reads calendars as ical.js does, and so Thunderbird, and prints what they hold.
//
// Takes a JSON object on standard input, the text of each calendar by its name, and prints one
// with the events of each: start and end as an instant in UTC, or as a day.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function moment(time) {
    if (time.isDate) {
        return time.toString();
    }
    if (time.zone === ICAL.Timezone.localTimezone) {
        throw new Error(`${time} is in no time zone: its VTIMEZONE was not found`);
    }
    return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function events(text) {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((component) => {
        const event = new ICAL.Event(component);
        return {
            uid: event.uid,
            start: moment(event.startDate),
            end: moment(event.endDate),
            status: component.getFirstPropertyValue("status"),
            sequence: event.sequence,
            summary: event.summary,
        };
    });
}

const calendars = Object.entries(JSON.parse(readFileSync(0, "utf-8")));
console.log(JSON.stringify(Object.fromEntries(calendars.map(([name, text]) => [name, events(text)]))));
