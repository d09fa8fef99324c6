import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { dayOf } from "../kernel/day.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { connectionType, Node } from "../platform/payload.js";
import { DateScalar, DateTimeScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";

import { type CertificateState, certificateLife, daysLeft } from "./certificate.js";
import { certificatesOf, type SupplierCertificateRow } from "./certificate.store.js";
import { MySupplier } from "./my-supplier.graphql.js";
import { certificateNeeds } from "./service.store.js";
import { loadSupplier, StaffSupplier, Supplier } from "./supplier.graphql.js";

const CertificateStateEnum = enumOf(certificateLife.states);
registerEnumType(CertificateStateEnum, {
  name: "CertificateState",
  description:
    "SUBMITTED waits for staff; VERIFIED counts until its last day; RETURNED by staff; WITHDRAWN by the supplier; REPLACED by a later one of its kind; EXPIRED after its last day.",
});

@ObjectType({ implements: Node, description: "A paper that says a supplier may do a kind of work, until a day." })
export class SupplierCertificate extends Node {
  readonly supplierId: string;
  readonly fileId: string;

  @Field(() => String, { description: "Which paper, in the words that items require it by." })
  kind: string;

  @Field(() => String, { description: "Its number." })
  no: string;

  @Field(() => DateScalar, { description: "The last day it is valid, in Shanghai." })
  expiresOn: string;

  @Field(() => CertificateStateEnum, { description: "Whether it counts." })
  state: CertificateState;

  @Field(() => String, { nullable: true, description: "Why it was returned." })
  reason: string | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  @Field(() => DateTimeScalar, { description: "When it was handed in." })
  createdAt: number;
}

export const SupplierCertificateConnection = connectionType("SupplierCertificate", () => SupplierCertificate);

@ObjectType({ description: "A paper that an item a supplier does requires." })
export class CertificateNeed {
  readonly itemId: string;

  @Field(() => String, { description: "Which paper." })
  kind: string;

  @Field(() => Boolean, { description: "Whether the supplier has a valid one; without, the item gets no new work." })
  met: boolean;
}

const OF_SUPPLIER = Symbol("certificates of suppliers");
const PAPERS = { description: "Its papers, newest first, without what was replaced or withdrawn." };
const NEEDS = { description: "What the items in force require, by item." };

async function loadPapers({ platform, loaders }: Context, supplierId: string): Promise<SupplierCertificateRow[]> {
  const loader = loaders.byId(OF_SUPPLIER, (ids) => certificatesOf(platform.database.read, ids));
  return (await loader.load(supplierId)) ?? [];
}

const needsOf = ({ platform }: Context, supplierId: string): Promise<CertificateNeed[]> =>
  certificateNeeds(platform.database.read, supplierId, platform.clock.now());

@Resolver(() => SupplierCertificate)
export class SupplierCertificateResolver {
  @FieldResolver(() => LocalFile, { description: "The paper itself." })
  async file(@Parent() { fileId }: SupplierCertificate, @Ctx() context: Context): Promise<LocalFile> {
    return found(await loadFile(context, fileId));
  }

  @FieldResolver(() => Int, { description: "Whole days until its last day; 0 on it, below zero after it." })
  daysLeft(@Parent() { expiresOn }: SupplierCertificate, @Ctx() { platform }: Context): number {
    return daysLeft(expiresOn, dayOf(platform.clock.now()));
  }

  @FieldResolver(() => Supplier, { nullable: true, description: "Whose it is." })
  supplier(@Parent() paper: SupplierCertificate, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, paper.supplierId);
  }

  @FieldResolver(() => [String], {
    description: "What you may do with it now: VERIFY, RETURN as staff; WITHDRAW as the supplier.",
  })
  availableActions(@Parent() { state }: SupplierCertificate, @Ctx() { viewer }: Context): string[] {
    const staff = holds(viewer, "suppliers.review");
    const own = viewer.kind === "supplier" && ["OWNER", "DISPATCHER"].includes(viewer.role);
    const verbs = [...(staff ? (["VERIFY", "RETURN"] as const) : []), ...(own ? (["WITHDRAW"] as const) : [])];
    return verbs.filter((verb) => certificateLife.allows(state, verb));
  }
}

@Resolver(() => MySupplier)
export class MySupplierCertificatesResolver {
  @FieldResolver(() => [SupplierCertificate], { description: `${PAPERS.description} Empty for a WORKER.` })
  async certificates(@Parent() supplier: MySupplier, @Ctx() context: Context): Promise<SupplierCertificate[]> {
    return supplier.role === "WORKER" ? [] : loadPapers(context, supplier.id);
  }

  @FieldResolver(() => [CertificateNeed], NEEDS)
  certificateNeeds(@Parent() supplier: MySupplier, @Ctx() context: Context): Promise<CertificateNeed[]> {
    return needsOf(context, supplier.id);
  }
}

@Resolver(() => StaffSupplier)
export class StaffSupplierCertificatesResolver {
  @FieldResolver(() => [SupplierCertificate], PAPERS)
  certificates(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<SupplierCertificate[]> {
    return loadPapers(context, supplier.id);
  }

  @FieldResolver(() => [CertificateNeed], NEEDS)
  certificateNeeds(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<CertificateNeed[]> {
    return needsOf(context, supplier.id);
  }
}
