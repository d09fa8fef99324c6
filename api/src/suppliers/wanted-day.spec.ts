import { describe, expect, it } from "vitest";
import { openCalendar } from "./calendar.js";
import { dayState, firstWithoutRoom, nextDayForAll, type TakenOn } from "./wanted-day.js";

const place = (supplierId: string, perDay = 1, days: { day: string; perDay: number; note: null }[] = []) => ({
  supplierId,
  itemId: `item of ${supplierId}`,
  capacity: { perDay, supplier: { ...openCalendar, days }, item: null },
});
const none: TakenOn = () => ({ ofItem: 0, ofAll: 0 });
const MONDAY = "2026-11-23";
const TUESDAY = "2026-11-24";
const WEDNESDAY = "2026-11-25";

describe("a day wanted at several suppliers", () => {
  it("is free only when each of them has room", () => {
    const full: TakenOn = ({ supplierId }, day) =>
      supplierId === "b" && day === MONDAY ? { ofItem: 1, ofAll: 1 } : { ofItem: 0, ofAll: 0 };
    expect(firstWithoutRoom([place("a"), place("b")], MONDAY, full)?.supplierId).toBe("b");
    expect(dayState([place("a"), place("b")], MONDAY, MONDAY, full)).toBe("FULL");
    expect(dayState([place("a"), place("b")], TUESDAY, MONDAY, full)).toBe("FREE");
  });

  it("needs room for two where two places of one supplier are wanted", () => {
    expect(dayState([place("a"), place("a")], MONDAY, MONDAY, none)).toBe("FULL");
    expect(dayState([place("a", 2), place("a", 2)], MONDAY, MONDAY, none)).toBe("FREE");
  });

  it("counts two items of one supplier against the limit of the whole company", () => {
    const item = (itemId: string) => ({
      supplierId: "a",
      itemId,
      capacity: { perDay: 5, supplier: { ...openCalendar, perDay: 1 }, item: null },
    });
    expect(dayState([item("WIRING"), item("PROOF")], MONDAY, MONDAY, none)).toBe("FULL");
    expect(dayState([item("WIRING")], MONDAY, MONDAY, none)).toBe("FREE");
  });

  it("is closed when one of them rests, and too soon within a notice whatever else it is", () => {
    const resting = place("a", 3, [{ day: MONDAY, perDay: 0, note: null }]);
    expect(dayState([resting, place("b")], MONDAY, MONDAY, none)).toBe("CLOSED");
    expect(dayState([resting], MONDAY, TUESDAY, none)).toBe("TOO_SOON");
  });

  it("is looked for until the horizon: the first that suits all, or none", () => {
    const a = place("a", 1, [{ day: MONDAY, perDay: 0, note: null }]);
    const b = place("b", 1, [{ day: TUESDAY, perDay: 0, note: null }]);
    expect(nextDayForAll([a, b], MONDAY, none, 10)).toBe(WEDNESDAY);
    expect(nextDayForAll([a, b], MONDAY, none, 2)).toBeNull();
  });
});
