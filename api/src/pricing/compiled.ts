/** Keeps the newest `limit` things that were made for a key: versions never change, so neither does what is made of them. */
export class Kept<Thing> {
  private readonly things = new Map<string, Thing>();

  constructor(private readonly limit: number) {}

  /** What was made for `key`, or what `make` makes of it now. */
  of(key: string, make: () => Thing): Thing {
    const known = this.things.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.things.set(key, made);
    const oldest = this.things.keys().next();
    if (this.things.size > this.limit && !oldest.done) this.things.delete(oldest.value);
    return made;
  }
}
