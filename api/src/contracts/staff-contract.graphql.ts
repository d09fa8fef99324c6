import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { PdfDocument } from "../kernel/document.js";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { policyOn } from "../platform/policies.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { ContractActionEnum, ContractFields, ContractStateEnum, loadPapersOf } from "./contract.graphql.js";
import { addendaAmong, type ContractState, type ContractVerb, staffVerbs } from "./contract.js";
import { contractById, contractByNo, pageOfContracts } from "./contract.store.js";
import { blockView, DocumentBlock } from "./document-block.graphql.js";

@ObjectType({ implements: Node, description: "The contract of an order as staff see it." })
export class StaffContract extends ContractFields {
  @Field(() => String, { description: "Code of the template it is made from." })
  templateCode: string;

  @Field(() => Boolean, { description: "Whether staff uploaded the signed pages rather than the customer." })
  uploadedByStaff: boolean;

  @Field(() => DateTimeScalar, { description: "When it was begun, with its order." })
  createdAt: number;

  @Field(() => String, { nullable: true, description: "Why it was voided by hand." })
  voidReason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was voided by hand." })
  voidedAt: number | null;

  document: PdfDocument | null;
  issuedBy: string | null;
  voidedBy: string | null;
  uploadedBy: string | null;
  verifiedBy: string | null;
}

const StaffContractConnection = connectionType("StaffContract", () => StaffContract);

/** Any contract, for staff who may read contracts; null otherwise. */
export async function loadStaffContract({ platform, viewer }: Context, id: string): Promise<StaffContract | null> {
  if (!holds(viewer, "contracts.read")) return null;
  return (await contractById(platform.database.read, id)) ?? null;
}

@Resolver(() => StaffContract)
export class StaffContractResolver {
  @Allow(staffWith("contracts.read"))
  @Query(() => StaffContractConnection, { description: "Every contract, newest first unless told." })
  async staffContracts(
    @Ctx() { platform }: Context,
    @Arg("state", () => ContractStateEnum, { nullable: true, description: "Only those in this state." })
    state?: ContractState | null,
    @Arg("oldestFirst", () => Boolean, { nullable: true, description: "For queues that are worked off." })
    oldestFirst?: boolean | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffContract>> {
    const filter = { state: state ?? null, oldestFirst: oldestFirst ?? false };
    return toConnection(await pageOfContracts(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(staffWith("contracts.read"))
  @Query(() => StaffContract, { nullable: true, description: "One contract; null when there is none of this id." })
  staffContract(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the contract." }) id: string,
  ): Promise<StaffContract | null> {
    return loadStaffContract(context, id);
  }

  @Allow(staffWith("contracts.read"))
  @Query(() => StaffContract, { nullable: true, description: "One contract by its number; null when there is none." })
  async staffContractByNo(
    @Ctx() { platform }: Context,
    @Arg("no", () => String, { description: "Such as HT20261122-7K3M9Q." }) no: string,
  ): Promise<StaffContract | null> {
    return (await contractByNo(platform.database.read, no.trim().toUpperCase())) ?? null;
  }

  @FieldResolver(() => LocalFile, { nullable: true, description: "The issued contract, as a PDF." })
  pdf(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<LocalFile | null> {
    return loadFile(context, contract.pdfFileId);
  }

  @FieldResolver(() => [DocumentBlock], { description: "What the issued contract says; nothing before it is issued." })
  text(@Parent() contract: StaffContract): DocumentBlock[] {
    return (contract.document?.blocks ?? []).map(blockView);
  }

  @FieldResolver(() => [LocalFile], { description: "The signed pages as they were uploaded." })
  scans(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, contract.scanIds);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who uploaded the signed pages." })
  uploaderName(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, contract.uploadedBy);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who verified it." })
  verifierName(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, contract.verifiedBy);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who issued it." })
  issuerName(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, contract.issuedBy);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who voided it by hand." })
  voiderName(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, contract.voidedBy);
  }

  @FieldResolver(() => [StaffContract], { description: "Its addenda, in the order they were begun." })
  async addenda(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<StaffContract[]> {
    return addendaAmong(await loadPapersOf(context, contract.orderId), contract.id);
  }

  @FieldResolver(() => StaffContract, { nullable: true, description: "The contract it is an addendum of." })
  async original(@Parent() { addendumOf }: StaffContract, @Ctx() context: Context): Promise<StaffContract | null> {
    return addendumOf === null ? null : loadStaffContract(context, addendumOf);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether you issued it or uploaded the signed pages yourself: another person verifies then, while the policy asks for it.",
  })
  async mine(
    @Parent() { issuedBy, uploadedBy }: StaffContract,
    @Ctx() { platform, viewer }: Context,
  ): Promise<boolean> {
    const own = "accountId" in viewer && [issuedBy, uploadedBy].includes(viewer.accountId);
    return own && (await policyOn(platform.database.read, "contracts.four-eyes"));
  }

  @FieldResolver(() => [ContractActionEnum], { description: "What you may do with it now." })
  availableActions(@Parent() contract: StaffContract, @Ctx() { viewer }: Context): readonly ContractVerb[] {
    const [manage, verify] = [holds(viewer, "contracts.manage"), holds(viewer, "contracts.verify")];
    return staffVerbs(contract, { manage, verify });
  }
}

async function nameOf(context: Context, accountId: string | null): Promise<string | null> {
  return accountId === null ? null : ((await loadAccount(context, accountId))?.displayName ?? null);
}
