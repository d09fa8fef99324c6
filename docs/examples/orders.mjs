// Reads every order with an API key that has the scope orders.read, page by page.
//   KAIDAN_KEY=… node docs/examples/orders.mjs http://127.0.0.1:4000
const url = `${process.argv[2] ?? "http://127.0.0.1:4000"}/graphql`;
const key = process.env.KAIDAN_KEY;
if (!key) {
  console.error("Set KAIDAN_KEY to an API key with the scope orders.read.");
  process.exit(1);
}

const query = `query Orders($after: String) {
  staffOrders(first: 50, after: $after) {
    nodes { no state moneyState total paid placedAt }
    pageInfo { endCursor hasNextPage }
  }
}`;

let after = null;
do {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { after } }),
  });
  const { data, errors } = await answer.json();
  if (errors) {
    console.error(errors[0].extensions.code, errors[0].message);
    process.exit(1);
  }
  for (const order of data.staffOrders.nodes) {
    const yuan = (Number(order.total) / 100).toFixed(2);
    console.log(`${order.placedAt}  ${order.no}  ${order.state.padEnd(12)} ${order.moneyState.padEnd(12)} ¥${yuan}`);
  }
  after = data.staffOrders.pageInfo.hasNextPage ? data.staffOrders.pageInfo.endCursor : null;
} while (after);
