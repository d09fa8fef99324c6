/** The names of a closed list as type-graphql wants an enum: each by itself. */
export const enumOf = <Name extends string>(names: readonly Name[]): Record<Name, Name> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
