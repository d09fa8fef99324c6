import type { PlanStepSpec } from "../../src/catalogue/product.js";
import { contractsOf } from "../../src/contracts/contract.store.js";
import { issueContract } from "../../src/contracts/issue-contract.flow.js";
import { saveContractTemplate } from "../../src/contracts/save-contract-template.flow.js";
import { uploadSignedContract } from "../../src/contracts/upload-signed-contract.flow.js";
import { newId } from "../../src/kernel/ids.js";
import { found } from "../../src/kernel/refusal.js";
import type { Viewer } from "../../src/platform/viewer.js";
import { anItem, aPublishedProduct, aSupplier, type MadeProduct } from "./makers-catalogue.js";
import { aPicture, aPlacedOrder, type MadeOrder, viewerOf } from "./makers-orders.js";
import type { World } from "./world.js";

export const TEMPLATE_TEXT = `# 一、约定
甲方 {{customer.name}} 委托乙方完成 {{order.title}}，订单 {{order.no}}，共 {{total}}（{{totalInCapitals}}）。

{{lines}}
{{plan}}

{{signatures}}`;

export const ADDENDUM_TEXT = `因{{original.cause}}，合同 {{original.no}} 的总价由 {{original.total}} 变更为 {{total}}（{{totalInCapitals}}）。

{{signatures}}`;

const OFFICE: Viewer = {
  kind: "integration",
  apiKeyId: "test-office",
  permissions: new Set(["contracts.manage"]),
  ip: "127.0.0.1",
};

/** A template of a code of its own. */
export async function aTemplate(world: World, text = TEMPLATE_TEXT): Promise<string> {
  const code = `T${newId()
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .toUpperCase()
    .slice(0, 12)}`;
  const wording = { name: "装修合同", title: "装修服务合同", text };
  return saveContractTemplate(world.server.platform, OFFICE, { code, version: 0, ...wording });
}

/** A product of two stages that is bought with a contract. */
export async function aContractProduct(
  world: World,
  template?: string,
  plan?: readonly PlanStepSpec[],
): Promise<MadeProduct> {
  const [first, second] = [await anItem(world, { name: "水电改造" }), await anItem(world, { name: "开荒保洁" })];
  const product = await aPublishedProduct(world, {
    title: "半包装修",
    contractTemplate: template ?? (await aTemplate(world)),
    ...(plan ? { plan } : {}),
    components: [
      { itemId: first, stage: 1 },
      { itemId: second, stage: 2 },
    ],
  });
  await aSupplier(world, { services: [{ itemId: first }, { itemId: second }] });
  return product;
}

export interface MadeContract extends MadeOrder {
  readonly contractId: string;
}

/** An order with its contract in the asked state; nothing is paid. */
export async function aContract(
  world: World,
  state: "DRAFT" | "ISSUED" | "SIGNED_UPLOADED" = "DRAFT",
  product?: MadeProduct,
): Promise<MadeContract> {
  const order = await aPlacedOrder(world, { product: product ?? (await aContractProduct(world)) });
  const { platform } = world.server;
  const { id: contractId } = found((await contractsOf(platform.database.read, [order.orderId])).get(order.orderId));
  if (state !== "DRAFT") await issueContract(platform, OFFICE, { contractId, version: 1, idempotencyKey: newId() });
  if (state === "SIGNED_UPLOADED") {
    const viewer = viewerOf(order.customer);
    const page = await platform.files.keep(platform.work, viewer, "CONTRACT", await aPicture());
    const upload = { contractId, version: 2, fileIds: [page.id], idempotencyKey: newId() };
    await uploadSignedContract(platform, viewer, upload);
  }
  return { ...order, contractId };
}
