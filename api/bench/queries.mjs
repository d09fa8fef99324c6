/** What the pages ask for, as short as it is the same work. */
export const list = `query List { products(first: 20) { nodes {
  id slug title summary picture priceFrom supplierCount soldCount rating { count overall } category { slug name }
} pageInfo { hasNextPage endCursor } } }`;

export const product = `query Product($slug: String!) { product(slug: $slug) {
  id title summary description priceFrom supplierCount soldCount rating { count overall }
  inputs { code label kind unit required min max options }
  components { id required stage quantity item { name unit } offers { id salePrice level recommended supplier { id name completedCount rating { count overall } } } }
  plan { name shareBasisPoints nature trigger gate }
} }`;

export const order = `query Order($id: ID!) { order(id: $id) {
  id no state moneyState total paid due productTitle placedAt version
  instalments { id seq name nature trigger amount paid state dueAt }
  lines { id itemName unit quantity amount stage supplier { id name } }
  tickets { id no itemName state percent milestones { code name weight done } reports { id text submittedAt photos { id url } } }
  timeline { seq at kind amount subject }
  delivery { done total percent } nextStep { actor code }
} }`;

export const price = `query Price($productId: ID!, $regionCode: String!, $inputs: [InputValueInput!]!, $choices: [ComponentChoiceInput!]!) {
  priceProduct(productId: $productId, regionCode: $regionCode, inputs: $inputs, choices: $choices) { price { total hash } userErrors { code } }
}`;

export const place = `mutation Place($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id no total state } userErrors { code field message } } }`;

export const placeToPay = `mutation PlaceToPay($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id instalments { id } } userErrors { code } } }`;

export const startPayment = `mutation Start($input: StartPaymentInput!) { startPayment(input: $input) { payment { id no amount } userErrors { code } } }`;

export const changed = `subscription Changed($id: ID!) { orderChanged(orderId: $id) { seq order { id version state delivery { percent } pendingReportCount } } }`;
