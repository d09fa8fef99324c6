import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { DateScalar, DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import {
  addendaAmong,
  type ContractState,
  type ContractVerb,
  contractAmong,
  contractStateNames,
  customerVerbs,
} from "./contract.js";
import { type ContractRow, contractById, papersOf } from "./contract.store.js";

export const ContractStateEnum = enumOf(contractStateNames);
registerEnumType(ContractStateEnum, {
  name: "ContractState",
  description: "Where a contract is between the platform's office, the customer's pen and the verifier's desk.",
});

export const ContractActionEnum = enumOf(["ISSUE", "UPLOAD", "VERIFY", "REJECT", "VOID", "START_ADDENDUM"] as const);
registerEnumType(ContractActionEnum, { name: "ContractAction", description: "What may be done with a contract now." });

/** What a contract shows to everybody who may see it at all. The root is its row. */
@ObjectType()
export abstract class ContractFields extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => ContractStateEnum, { description: "Where it is." })
  state: ContractState;

  @Field(() => Int, {
    description: "How often it was issued; only the last issue can be verified. 0 before the first.",
  })
  revision: number;

  @Field(() => MoneyScalar, { nullable: true, description: "What it says the order costs; null before it is issued." })
  amount: Fen | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was issued the last time." })
  issuedAt: number | null;

  @Field(() => String, { nullable: true, description: "SHA-256 of the issued file, to recognise it by." })
  sha256: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the signed pages were uploaded." })
  uploadedAt: number | null;

  @Field(() => String, { nullable: true, description: "Why the verifier sent the signed pages back." })
  rejectReason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was verified." })
  verifiedAt: number | null;

  @Field(() => DateScalar, { nullable: true, description: "From when it counts." })
  effectiveOn: string | null;

  @Field(() => String, { nullable: true, description: "Of an addendum: why there is one." })
  cause: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Of an addendum: what was agreed before it." })
  amountBefore: Fen | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  orderId: string;
  addendumOf: string | null;
  pdfFileId: string | null;
  scanIds: string[];
}

@ObjectType({ implements: Node, description: "The contract of an order as its customer sees it: signed on paper." })
export class Contract extends ContractFields {}

@Resolver(() => Contract)
export class ContractResolver {
  @FieldResolver(() => LocalFile, { nullable: true, description: "The contract to print and sign, as a PDF." })
  pdf(@Parent() contract: Contract, @Ctx() context: Context): Promise<LocalFile | null> {
    return loadFile(context, contract.pdfFileId);
  }

  @FieldResolver(() => [LocalFile], { description: "The signed pages as they were uploaded." })
  scans(@Parent() contract: Contract, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, contract.scanIds);
  }

  @FieldResolver(() => [Contract], { description: "Its addenda, signed like itself when the amount changes." })
  async addenda(@Parent() contract: Contract, @Ctx() context: Context): Promise<Contract[]> {
    return addendaAmong(await loadPapersOf(context, contract.orderId), contract.id);
  }

  @FieldResolver(() => [ContractActionEnum], { description: "What you may do with it now." })
  availableActions(@Parent() contract: Contract): readonly ContractVerb[] {
    return customerVerbs(contract.state);
  }
}

const PAPERS = Symbol("papers of orders");

/** Every paper of an order, in one statement for all orders of a request. The caller has checked who asks. */
export async function loadPapersOf({ platform, loaders }: Context, orderId: string): Promise<ContractRow[]> {
  return (await loaders.byId(PAPERS, (ids) => papersOf(platform.database.read, ids)).load(orderId)) ?? [];
}

/** The contract of an order, null without one. The caller has checked who asks. */
export async function loadContractOf(context: Context, orderId: string): Promise<ContractRow | null> {
  return contractAmong(await loadPapersOf(context, orderId))[0] ?? null;
}

/** A customer's own contract by id; null for a missing and for a foreign one alike. */
export async function loadContract({ platform, viewer }: Context, id: string): Promise<ContractRow | null> {
  const contract = await contractById(platform.database.read, id);
  return contract && viewer.kind === "customer" && contract.customerId === viewer.accountId ? contract : null;
}
