/** A command that proves a key works from any terminal: it asks who serves, which every key may. */
export function curlLine(secret: string, origin: string): string {
  const body = JSON.stringify({ query: "{ __typename }" });
  return `curl -s ${origin}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${secret}' -d '${body}'`;
}
