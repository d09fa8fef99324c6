import type { Letter } from "../../src/platform/post.js";
import { type Actor, type Data } from "./actor.js";
import { anItem, aUscc, CHANGSHA } from "./makers-catalogue.js";
import type { World } from "./world.js";

const APPLICATION =
  "application { id no state version availableActions reason uscc contactEmail submittedAt decidedAt }";
const REFUSED = "userErrors { code field data }";
export const SAVE = `mutation($input: SaveSupplierApplicationInput!) { saveSupplierApplication(input: $input) { ${APPLICATION} token ${REFUSED} } }`;
export const SUBMIT = `mutation($input: SubmitSupplierApplicationInput!) { submitSupplierApplication(input: $input) { ${APPLICATION} ${REFUSED} } }`;
export const WITHDRAW = `mutation($input: WithdrawSupplierApplicationInput!) { withdrawSupplierApplication(input: $input) { ${APPLICATION} ${REFUSED} } }`;
export const RETURN = `mutation($input: ReturnSupplierApplicationInput!) { returnSupplierApplication(input: $input) { ${APPLICATION} ${REFUSED} } }`;
export const REJECT = `mutation($input: RejectSupplierApplicationInput!) { rejectSupplierApplication(input: $input) { ${APPLICATION} ${REFUSED} } }`;
export const APPROVE = `mutation($input: ApproveSupplierApplicationInput!) { approveSupplierApplication(input: $input) {
  ${APPLICATION} supplier { id code name uscc state members { login role hasPassword } services { item { id } state revision costPrice salePrice } }
  invitationLink ${REFUSED} } }`;
export const MINE =
  "query($token: String!) { supplierApplication(token: $token) { id state version supplier { id } services { item { name } costPrice } documents { kind file { url } } } }";

/** An application with what its applicant holds. */
export interface Open {
  readonly visitor: Actor;
  readonly token: string;
  readonly id: string;
  readonly email: string;
  readonly uscc: string;
  readonly version: number;
}

/** Strangers who want to become suppliers of one item. */
export interface Applicants {
  readonly itemId: string;
  /** What a whole application says; each another company. */
  content(wish?: Record<string, unknown>): Record<string, unknown>;
  /** An application that a stranger has begun. */
  begun(wish?: Record<string, unknown>): Promise<Open>;
  submitted(wish?: Record<string, unknown>): Promise<Open>;
  /** The newest letter to an address. */
  letterTo(email: string): Letter | undefined;
}

let key = 0;
export const aKey = (): string => `application-key-${(key += 1)}`;

export async function applicantsOf(world: World): Promise<Applicants> {
  const itemId = await anItem(world, { name: "墙面乳胶漆" });
  const licence = await aLicence(world.stranger("supplier"));
  const content = (wish: Record<string, unknown> = {}) => ({
    organisation: "湘江装饰有限公司",
    uscc: aUscc(),
    contactName: "周明",
    contactPhone: "13900000001",
    contactEmail: `zhou${(key += 1)}@example.com`,
    introduction: "十年老店。",
    regions: [CHANGSHA],
    services: [{ itemId, level: 3, costPrice: "1700", salePrice: "2600", perDay: 5, notes: null }],
    documents: [{ kind: "BUSINESS_LICENCE", fileId: licence, expiresOn: null }],
    idempotencyKey: aKey(),
    ...wish,
  });
  const begun = async (wish: Record<string, unknown> = {}): Promise<Open> => {
    const visitor = world.stranger("supplier");
    const saved = await visitor.do(SAVE, content(wish));
    const application = saved["application"] as unknown as Open & { contactEmail: string };
    const { id, version, contactEmail: email, uscc } = application;
    return { visitor, token: String(saved["token"]), id, version, email, uscc };
  };
  const submitted = async (wish: Record<string, unknown> = {}): Promise<Open> => {
    const open = await begun(wish);
    const done = await open.visitor.do(SUBMIT, { token: open.token, version: open.version });
    return { ...open, version: (done["application"] as Data)["version"] as number };
  };
  const letterTo = (email: string) => world.server.platform.post.mailbox().find((letter) => letter.to === email);
  return { itemId, content, begun, submitted, letterTo };
}

/** A file the visitor uploaded: the smallest PDF that is one. */
export async function aLicence(visitor: Actor): Promise<string> {
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF");
  return String((await visitor.upload("APPLICATION", pdf, "licence.pdf")).body["id"]);
}
