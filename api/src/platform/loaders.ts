import DataLoader from "dataloader";

/**
 * The DataLoaders of one request. A room names its loader by a key of its own; the first to ask makes it, so that
 * rows asked for one by one in a list become one statement.
 */
export class Loaders {
  private readonly made = new Map<symbol, unknown>();

  /** Loads rows by id; ids without a row give null. */
  byId<Row>(
    key: symbol,
    load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
  ): DataLoader<string, Row | null> {
    const known = this.made.get(key) as DataLoader<string, Row | null> | undefined;
    if (known) return known;
    const loader = new DataLoader<string, Row | null>(async (ids) => {
      const found = await load(ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.made.set(key, loader);
    return loader;
  }
}
