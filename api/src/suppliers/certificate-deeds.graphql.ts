import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { dayOf } from "../kernel/day.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { type ConnectionOf, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith, supplierMembers } from "../platform/policy.js";
import { DateScalar } from "../platform/scalars.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";

import { SupplierCertificate, SupplierCertificateConnection } from "./certificate.graphql.js";
import { certificateById, expiringCertificates, submittedCertificates } from "./certificate.store.js";
import { returnCertificate } from "./return-certificate.flow.js";
import { submitCertificate } from "./submit-certificate.flow.js";
import { verifyCertificate } from "./verify-certificate.flow.js";
import { withdrawCertificate } from "./withdraw-certificate.flow.js";

@InputType({ description: "A paper with the file you uploaded for CERTIFICATE." })
class SubmitCertificateInput {
  @Field(() => String, { description: "Which paper, in the words that items require it by; at most 40 characters." })
  kind: string;

  @Field(() => String, { description: "Its number, at most 60 characters." })
  no: string;

  @Field(() => DateScalar, { description: "The last day it is valid; today or later." })
  expiresOn: string;

  @Field(() => ID, { description: "Of your upload." })
  fileId: string;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Which paper to take back." })
class WithdrawCertificateInput {
  @Field(() => ID, { description: "One of yours." })
  certificateId: string;

  @Field(() => Int, { description: "The paper's version you have seen." })
  version: number;
}

@InputType({ description: "Which paper is right." })
class VerifyCertificateInput {
  @Field(() => ID, { description: "Of the paper." })
  certificateId: string;

  @Field(() => Int, { description: "The paper's version you have seen." })
  version: number;
}

@InputType({ description: "Which paper to send back and why." })
class ReturnCertificateInput {
  @Field(() => ID, { description: "Of the paper." })
  certificateId: string;

  @Field(() => Int, { description: "The paper's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; the supplier sees it." })
  reason: string;
}

@ObjectType({ description: "The paper." })
class SubmitCertificatePayload extends Payload {
  @Field(() => SupplierCertificate, { nullable: true, description: "The paper." })
  certificate?: SupplierCertificate | null;
}

@ObjectType({ description: "The paper after it." })
class WithdrawCertificatePayload extends Payload {
  @Field(() => SupplierCertificate, { nullable: true, description: "The paper." })
  certificate?: SupplierCertificate | null;
}

@ObjectType({ description: "The paper after it." })
class VerifyCertificatePayload extends Payload {
  @Field(() => SupplierCertificate, { nullable: true, description: "The paper." })
  certificate?: SupplierCertificate | null;
}

@ObjectType({ description: "The paper after it." })
class ReturnCertificatePayload extends Payload {
  @Field(() => SupplierCertificate, { nullable: true, description: "The paper." })
  certificate?: SupplierCertificate | null;
}

@Resolver()
export class CertificateDeedsResolver {
  @Allow(supplierMembers("OWNER", "DISPATCHER"))
  @Mutation(() => SubmitCertificatePayload, {
    description: "Hands in a paper. Refuses VALIDATION, NOT_FOUND for a file that is not yours, INVALID_STATE.",
  })
  submitCertificate(
    @Ctx() context: Context,
    @Arg("input") input: SubmitCertificateInput,
  ): Promise<SubmitCertificatePayload> {
    return settle(async () => {
      const { idempotencyKey, kind, no, expiresOn, fileId } = input;
      const deed = { paper: { kind, no, expiresOn, fileId }, idempotencyKey };
      const { certificateId } = await submitCertificate(context.platform, member(context), deed);
      return { certificate: await read(context, certificateId) };
    });
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER"))
  @Mutation(() => WithdrawCertificatePayload, {
    description: "Takes back a paper nobody has looked at. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION.",
  })
  withdrawCertificate(
    @Ctx() context: Context,
    @Arg("input") input: WithdrawCertificateInput,
  ): Promise<WithdrawCertificatePayload> {
    return settle(async () => {
      await withdrawCertificate(context.platform, member(context), input);
      return { certificate: await read(context, input.certificateId) };
    });
  }

  @Allow(staffWith("suppliers.review"))
  @Query(() => SupplierCertificateConnection, { description: "Papers that wait for verification, oldest first." })
  async submittedCertificates(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<SupplierCertificate>> {
    return toConnection(await submittedCertificates(platform.database.read, pageRequest(first, after)));
  }

  @Allow(staffWith("suppliers.review"))
  @Query(() => SupplierCertificateConnection, {
    description: "Verified papers that end within 30 days, the first to end first.",
  })
  async expiringCertificates(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<SupplierCertificate>> {
    const today = dayOf(platform.clock.now());
    return toConnection(await expiringCertificates(platform.database.read, pageRequest(first, after), today));
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => VerifyCertificatePayload, {
    description:
      "Makes a paper count, in place of the former of its kind. Refuses INVALID_STATE, STALE_VERSION, VALIDATION.",
  })
  verifyCertificate(
    @Ctx() context: Context,
    @Arg("input") input: VerifyCertificateInput,
  ): Promise<VerifyCertificatePayload> {
    return settle(async () => {
      await verifyCertificate(context.platform, context.viewer, input);
      return { certificate: await read(context, input.certificateId) };
    });
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => ReturnCertificatePayload, {
    description:
      "Sends a paper back, also one that was verified. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  returnCertificate(
    @Ctx() context: Context,
    @Arg("input") input: ReturnCertificateInput,
  ): Promise<ReturnCertificatePayload> {
    return settle(async () => {
      await returnCertificate(context.platform, context.viewer, input);
      return { certificate: await read(context, input.certificateId) };
    });
  }
}

const member = ({ viewer }: Context): SupplierMemberViewer => viewer as SupplierMemberViewer;

async function read({ platform }: Context, id: string): Promise<SupplierCertificate> {
  return found(await certificateById(platform.database.read, id));
}
