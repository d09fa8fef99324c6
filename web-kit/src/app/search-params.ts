/** A text of the address, or undefined: an address never breaks a page. */
export function textParam(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** One of the known values, or undefined for anything else somebody typed into an address. */
export function oneOfParam<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((each) => each === value);
}
