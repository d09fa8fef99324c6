import mysql from "mysql2/promise";
import { TEST_CHANNEL_WEBHOOK, testNotification } from "../dist/payments/test-channel.client.js";
import { Signer } from "../dist/platform/signing.js";
import * as queries from "./queries.mjs";

/**
 * A channel says that a first instalment is paid: the books, the order and its ticket move in one transaction. Each attempt
 * is paid once, so as many are prepared as will be asked for.
 */
export async function confirmation(lin, { count, rounds }) {
  const attempts = await prepareAttempts(lin, 2 * count * (rounds + 1));
  const [ours, floor] = [attempts.slice(0, attempts.length / 2), attempts.slice(attempts.length / 2)];
  const like = ours[0].id;
  const platform = { signer: new Signer(process.env.SECRET), clock: { now: () => Date.now() } };
  return {
    title: "payment confirmed → books → ticket, 8 clients, durable",
    ours: () => {
      const { headers, payload } = testNotification(platform, ours.shift(), "SUCCEEDED");
      return { path: TEST_CHANNEL_WEBHOOK, headers, body: payload };
    },
    floor: () => ({ method: "GET", path: `/confirm?id=${floor.shift().id}&like=${like}`, headers: {} }),
    target: 0.6,
    connections: 8,
    count,
    write: true,
  };
}

async function prepareAttempts(lin, many) {
  const { product } = await lin.ask(
    '{ product(slug: "deep-cleaning") { id inputs { code min required } components { id required } } }',
  );
  const wishes = {
    productId: product.id,
    regionCode: "430100",
    inputs: product.inputs.filter(({ required }) => required).map(({ code, min }) => ({ code, value: String(min) })),
    choices: product.components.map(({ id, required }) => ({ componentId: id, selected: required, supplierId: null })),
  };
  const { priceProduct } = await lin.ask(queries.price, wishes);
  const bought = {
    ...wishes,
    ...{ contactName: "林晓", contactPhone: "13800001001", address: "开福区湘江中路 18 号" },
    ...{ expectedTotal: priceProduct.price.total, expectedHash: priceProduct.price.hash },
  };
  const attempts = [];
  let begun = 0;
  const prepare = async () => {
    while (begun < many) {
      const key = `attempt-${process.pid}-${(begun += 1)}`;
      const { placeOrder } = await lin.ask(queries.placeToPay, { input: { ...bought, idempotencyKey: key } });
      const [first] = placeOrder.order.instalments;
      const input = { instalmentId: first.id, tender: "TEST_CHANNEL", idempotencyKey: key };
      attempts.push((await lin.ask(queries.startPayment, { input })).startPayment.payment);
    }
  };
  await Promise.all(Array.from({ length: 8 }, prepare));
  return attempts;
}

/** Waits until the couriers have nothing to do. */
export async function untilQuiet() {
  const connection = await mysql.createConnection(process.env.DATABASE_URL);
  const waiting = "SELECT id FROM deliveries WHERE state = 'PENDING' LIMIT 1";
  while ((await connection.query(waiting))[0].length > 0) await new Promise((done) => setTimeout(done, 200));
  await connection.end();
}
