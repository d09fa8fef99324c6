import { type Cache, InMemoryCache, type OperationVariables, type Reference } from "@apollo/client";

type Versioned = { __typename: string; seq?: number; version?: number };
type Snapshot = Map<string, unknown>;

/**
 * A cache in which an object never grows older: when an answer and a live event cross on the way, whatever carries
 * the smaller `seq` (or, without one, the smaller `version`) loses. Fields the newer copy never had are kept.
 */
export class FreshCache extends InMemoryCache {
  override write<TData = unknown, TVariables extends OperationVariables = OperationVariables>(
    options: Cache.WriteOptions<TData, TVariables>,
  ): Reference | undefined {
    const newer = new Map<string, Snapshot>();
    this.collectNewer(options.result, newer);
    const written = super.write(options);
    for (const [id, fields] of newer) this.putBack(id, fields);
    return written;
  }

  private collectNewer(value: unknown, newer: Map<string, Snapshot>): void {
    if (Array.isArray(value)) {
      for (const item of value) this.collectNewer(item, newer);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    if (isVersioned(value)) {
      const id = this.identify(value);
      const held = id && this.snapshot(id);
      if (id && held && isOlder(value, held)) newer.set(id, held);
    }
    for (const field of Object.values(value)) this.collectNewer(field, newer);
  }

  private snapshot(id: string): Snapshot {
    const fields: Snapshot = new Map();
    this.modify({
      id,
      broadcast: false,
      fields: (value: unknown, { storeFieldName }) => {
        fields.set(storeFieldName, value);
        return value;
      },
    });
    return fields;
  }

  private putBack(id: string, held: Snapshot): void {
    this.modify({
      id,
      fields: (value: unknown, { storeFieldName }) => (held.has(storeFieldName) ? held.get(storeFieldName) : value),
    });
  }
}

function isVersioned(value: object): value is Versioned {
  return "__typename" in value && ("seq" in value || "version" in value);
}

function isOlder(incoming: Versioned, held: Snapshot): boolean {
  for (const field of ["seq", "version"] as const) {
    const before = held.get(field);
    const now = incoming[field];
    if (typeof before === "number" && typeof now === "number" && before !== now) return now < before;
  }
  return false;
}
