import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { connectionType, Node } from "../platform/payload.js";
import { DateScalar, DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import {
  type ApplicationState,
  applicantVerbs,
  applicationLife,
  type DocumentKind,
  documentKinds,
  reviewerVerbs,
} from "./application.js";
import type { SupplierApplicationRow } from "./application.store.js";
import { regionOf } from "./region.js";
import { loadStaffSupplier, Region, StaffSupplier } from "./supplier.graphql.js";

export const ApplicationStateEnum = enumOf(applicationLife.states);
registerEnumType(ApplicationStateEnum, {
  name: "ApplicationState",
  description: "From DRAFT over SUBMITTED, perhaps NEEDS_INFO, to APPROVED, REJECTED or WITHDRAWN.",
});

export const DocumentKindEnum = enumOf(documentKinds);
registerEnumType(DocumentKindEnum, { name: "DocumentKind", description: "What a document proves." });

@ObjectType({ description: "What an applicant says of one item it can do." })
export class ApplicationService {
  readonly itemId: string;

  @Field(() => Int, { description: "1 (able) to 5 (master)." })
  level: number;

  @Field(() => MoneyScalar, { description: "What the supplier would get per unit." })
  costPrice: number;

  @Field(() => MoneyScalar, { description: "What the customer would pay per unit." })
  salePrice: number;

  @Field(() => Int, { description: "How many units of work it would take on a day." })
  perDay: number;

  @Field(() => String, { nullable: true, description: "Anything else." })
  notes: string | null;
}

@ObjectType({ description: "A paper of an applicant." })
export class ApplicationDocument {
  readonly fileId: string;

  @Field(() => DocumentKindEnum, { description: "What it proves." })
  kind: DocumentKind;

  @Field(() => DateScalar, { nullable: true, description: "The last day it holds; null when it does not end." })
  expiresOn: string | null;
}

@ObjectType({ implements: Node, description: "A company that wants to become a supplier." })
export class SupplierApplication extends Node {
  /** Who reads it: the holder of the private link, or staff. */
  readonly asApplicant: boolean;
  readonly supplierId: string | null;

  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => String, { description: "Name of the company." })
  organisation: string;

  @Field(() => String, { description: "Unified social credit code." })
  uscc: string;

  @Field(() => String, { description: "Whom to ask for." })
  contactName: string;

  @Field(() => String, { description: "Phone." })
  contactPhone: string;

  @Field(() => String, { description: "E-mail address; becomes the owner's login." })
  contactEmail: string;

  @Field(() => String, { description: "What it says of itself." })
  introduction: string;

  @Field(() => [Region], { description: "Where it works." })
  regions: Region[];

  @Field(() => [ApplicationService], { description: "What it can do, at which prices." })
  services: ApplicationService[];

  @Field(() => [ApplicationDocument], { description: "Its papers." })
  documents: ApplicationDocument[];

  @Field(() => ApplicationStateEnum, { description: "How far it got." })
  state: ApplicationState;

  @Field(() => String, { nullable: true, description: "What the reviewer asks for, or why it was rejected." })
  reason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last submitted." })
  submittedAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was approved, rejected or withdrawn." })
  decidedAt: number | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

export const SupplierApplicationConnection = connectionType("SupplierApplication", () => SupplierApplication);

export function applicationView(row: SupplierApplicationRow, asApplicant: boolean): SupplierApplication {
  return { ...row, asApplicant, regions: row.regions.map(regionOf) };
}

@Resolver(() => ApplicationDocument)
export class ApplicationDocumentResolver {
  @FieldResolver(() => LocalFile, { description: "The paper itself." })
  async file(@Parent() document: ApplicationDocument, @Ctx() context: Context): Promise<LocalFile> {
    return found(await loadFile(context, document.fileId));
  }
}

@Resolver(() => SupplierApplication)
export class ApplicationFieldsResolver {
  @FieldResolver(() => [String], {
    description:
      "What you may do with it now: SAVE, SUBMIT, WITHDRAW as the applicant; APPROVE, RETURN, REJECT as staff.",
  })
  availableActions(@Parent() application: SupplierApplication, @Ctx() { viewer }: Context): string[] {
    const reviewer = holds(viewer, "suppliers.review") ? reviewerVerbs : [];
    const mine = application.asApplicant ? applicantVerbs : reviewer;
    return applicationLife.verbs(application.state).filter((verb) => mine.includes(verb));
  }

  @FieldResolver(() => StaffSupplier, {
    nullable: true,
    description: "The supplier it became; null for the applicant, and for staff without suppliers.read.",
  })
  async supplier(@Parent() application: SupplierApplication, @Ctx() context: Context): Promise<StaffSupplier | null> {
    if (!application.supplierId || application.asApplicant || !holds(context.viewer, "suppliers.read")) return null;
    return loadStaffSupplier(context, application.supplierId);
  }
}
