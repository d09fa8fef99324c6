import type { ServiceState } from "../../gql/graphql";

type Revision = {
  readonly item: { readonly id: string; readonly name: string };
  readonly state: ServiceState;
  readonly revision: number;
};

/** Everything one supplier has said of one item. */
export type ServiceGroup<R extends Revision> = {
  readonly item: R["item"];
  /** The revision in force, effective or paused. */
  readonly current: R | undefined;
  /** The revision that waits for the platform's approval. */
  readonly proposed: R | undefined;
  /** Approved revisions that wait for their day, the oldest first. */
  readonly scheduled: readonly R[];
  /** The last refused revision, until a newer one exists. */
  readonly rejected: R | undefined;
};

/** One group per item, by name. Superseded revisions are history and left out. */
export function groupServices<R extends Revision>(services: readonly R[]): ServiceGroup<R>[] {
  const items = new Map(services.map(({ item }) => [item.id, item]));
  return [...items.values()]
    .map((item) =>
      groupOf(
        item,
        services.filter((service) => service.item.id === item.id),
      ),
    )
    .filter(({ current, proposed, rejected, scheduled }) => current ?? proposed ?? rejected ?? scheduled[0])
    .sort((a, b) => a.item.name.localeCompare(b.item.name, "zh-CN"));
}

function groupOf<R extends Revision>(item: R["item"], revisions: readonly R[]): ServiceGroup<R> {
  const current = newest(revisions, "EFFECTIVE", "PAUSED");
  const proposed = newest(revisions, "PROPOSED");
  const refused = newest(revisions, "REJECTED");
  const scheduled = revisions.filter(({ state }) => state === "APPROVED").sort((a, b) => a.revision - b.revision);
  const superior = Math.max(current?.revision ?? 0, proposed?.revision ?? 0);
  return { item, current, proposed, scheduled, rejected: refused && refused.revision > superior ? refused : undefined };
}

function newest<R extends Revision>(revisions: readonly R[], ...states: ServiceState[]): R | undefined {
  const found = revisions.filter(({ state }) => states.includes(state));
  return found.sort((a, b) => b.revision - a.revision)[0];
}
