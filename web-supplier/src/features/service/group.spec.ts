import { describe, expect, it } from "vitest";
import type { ServiceState } from "../../gql/graphql";
import { groupServices } from "./group";

const pipes = { id: "i1", name: "水电改造" };
const paint = { id: "i2", name: "墙面乳胶漆" };

function aRevision(item: typeof pipes, state: ServiceState, revision: number) {
  return { item, state, revision };
}

describe("a supplier's services by item", () => {
  it("shows what is in force beside what waits for approval", () => {
    const [group] = groupServices([aRevision(pipes, "EFFECTIVE", 1), aRevision(pipes, "PROPOSED", 2)]);
    expect(group?.current?.revision).toBe(1);
    expect(group?.proposed?.revision).toBe(2);
  });

  it("tells of a refusal only until a newer revision exists", () => {
    const refused = [aRevision(pipes, "EFFECTIVE", 1), aRevision(pipes, "REJECTED", 2)];
    expect(groupServices(refused)[0]?.rejected?.revision).toBe(2);
    expect(groupServices([...refused, aRevision(pipes, "PROPOSED", 3)])[0]?.rejected).toBeUndefined();
  });

  it("counts a paused service as in force and leaves superseded ones out", () => {
    const groups = groupServices([
      aRevision(paint, "PAUSED", 4),
      aRevision(paint, "SUPERSEDED", 3),
      aRevision(pipes, "SUPERSEDED", 1),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.current?.revision).toBe(4);
  });
});
