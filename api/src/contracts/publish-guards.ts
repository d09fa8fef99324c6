import type { PublishGuard } from "../catalogue/guards.js";

/**
 * What contracts ask of a draft before it is published: where orders wait for a contract, there is a text to make it from.
 * `known` holds the codes of the templates there are.
 */
export function contractGuards(
  version: { readonly contractTemplate: string | null },
  known: ReadonlySet<string>,
): PublishGuard[] {
  const { contractTemplate: code } = version;
  const missing = code !== null && !known.has(code);
  return [{ code: "CONTRACT_TEMPLATE_EXISTS", passed: !missing, detail: missing ? code : null }];
}
