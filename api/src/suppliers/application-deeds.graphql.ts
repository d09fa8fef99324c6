import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, anyone } from "../platform/policy.js";
import { DateScalar } from "../platform/scalars.js";
import { applicationView, DocumentKindEnum, SupplierApplication } from "./application.graphql.js";
import type { DocumentKind } from "./application.js";
import { applicationById, applicationByToken } from "./application.store.js";
import { saveSupplierApplication } from "./save-supplier-application.flow.js";
import { ApplicationServiceInput, toOffer } from "./service-input.graphql.js";
import { submitSupplierApplication } from "./submit-supplier-application.flow.js";
import { withdrawSupplierApplication } from "./withdraw-supplier-application.flow.js";

@InputType({ description: "A paper that was uploaded for an application." })
class ApplicationDocumentInput {
  @Field(() => DocumentKindEnum, { description: "What it proves." })
  kind: DocumentKind;

  @Field(() => ID, { description: "Of the uploaded file." })
  fileId: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day it holds." })
  expiresOn?: string | null;
}

@InputType({ description: "An application, whole: gaps are allowed until it is submitted." })
class SaveSupplierApplicationInput {
  @Field(() => String, { nullable: true, description: "Of the private link; without it a new application begins." })
  token?: string | null;

  @Field(() => Int, { nullable: true, description: "The version you have seen; with a token only." })
  version?: number | null;

  @Field(() => String, { description: "Name of the company, 2 to 60 characters." })
  organisation: string;

  @Field(() => String, { description: "Unified social credit code, with a fitting check character." })
  uscc: string;

  @Field(() => String, { description: "Whom to ask for." })
  contactName: string;

  @Field(() => String, { description: "Phone." })
  contactPhone: string;

  @Field(() => String, {
    description: "E-mail address: the private link goes there, and it becomes the owner's login.",
  })
  contactEmail: string;

  @Field(() => String, { description: "What the company says of itself, at most 2,000 characters." })
  introduction: string;

  @Field(() => [String], { description: "Codes of the regions where it works." })
  regions: string[];

  @Field(() => [ApplicationServiceInput], { description: "What it can do, at most 50 items." })
  services: ApplicationServiceInput[];

  @Field(() => [ApplicationDocumentInput], { description: "Its papers, at most 20." })
  documents: ApplicationDocumentInput[];

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Which application to hand in." })
class SubmitSupplierApplicationInput {
  @Field(() => String, { description: "Of the private link." })
  token: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@InputType({ description: "Which application to take back." })
class WithdrawSupplierApplicationInput {
  @Field(() => String, { description: "Of the private link." })
  token: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@ObjectType({ description: "The application as saved." })
class SaveSupplierApplicationPayload extends Payload {
  @Field(() => SupplierApplication, { nullable: true, description: "As it is now." })
  application?: SupplierApplication | null;

  @Field(() => String, { nullable: true, description: "Opens it again; given when it begins, and sent by letter." })
  token?: string | null;
}

@ObjectType({ description: "The application as handed in." })
class SubmitSupplierApplicationPayload extends Payload {
  @Field(() => SupplierApplication, { nullable: true, description: "As it is now." })
  application?: SupplierApplication | null;
}

@ObjectType({ description: "The application as taken back." })
class WithdrawSupplierApplicationPayload extends Payload {
  @Field(() => SupplierApplication, { nullable: true, description: "As it is now." })
  application?: SupplierApplication | null;
}

/** What an applicant does, who has no account: the private link is the key. */
@Resolver()
export class ApplicantResolver {
  @Allow(anyone)
  @Query(() => SupplierApplication, {
    nullable: true,
    description: "The application of a private link; null for a wrong one.",
  })
  async supplierApplication(
    @Ctx() { platform }: Context,
    @Arg("token", () => String, { description: "The part of the link behind #." }) token: string,
  ): Promise<SupplierApplication | null> {
    const row = await applicationByToken(platform.database.read, token);
    return row ? applicationView(row, true) : null;
  }

  @Allow(anyone)
  @Mutation(() => SaveSupplierApplicationPayload, {
    description:
      "Begins an application or goes on with one. Refuses VALIDATION, NOT_FOUND, STALE_VERSION, INVALID_STATE, RATE_LIMITED.",
  })
  saveSupplierApplication(
    @Ctx() context: Context,
    @Arg("input") input: SaveSupplierApplicationInput,
  ): Promise<SaveSupplierApplicationPayload> {
    return settle(async () => {
      const { token = null, version = null, idempotencyKey, ...rest } = input;
      const documents = rest.documents.map(({ kind, fileId, expiresOn }) => ({
        kind,
        fileId,
        expiresOn: expiresOn ?? null,
      }));
      const content = { ...rest, services: rest.services.map(toOffer), documents };
      const { platform, viewer, answer } = context;
      const from = { ip: "ip" in viewer ? viewer.ip : "system", origin: answer.originOf("supplier") };
      const saved = await saveSupplierApplication(platform, viewer, {
        token,
        version,
        content,
        idempotencyKey,
        ...from,
      });
      return { application: await read(context, saved.applicationId), token: saved.token };
    });
  }

  @Allow(anyone)
  @Mutation(() => SubmitSupplierApplicationPayload, {
    description:
      "Hands it in. Refuses VALIDATION, SERVICES_MISSING, DOCUMENTS_MISSING, USCC_TAKEN, INVALID_STATE, STALE_VERSION.",
  })
  submitSupplierApplication(
    @Ctx() context: Context,
    @Arg("input") input: SubmitSupplierApplicationInput,
  ): Promise<SubmitSupplierApplicationPayload> {
    return settle(async () => {
      const id = await submitSupplierApplication(context.platform, context.viewer, input);
      return { application: await read(context, id) };
    });
  }

  @Allow(anyone)
  @Mutation(() => WithdrawSupplierApplicationPayload, {
    description: "Takes an open application back for good. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION.",
  })
  withdrawSupplierApplication(
    @Ctx() context: Context,
    @Arg("input") input: WithdrawSupplierApplicationInput,
  ): Promise<WithdrawSupplierApplicationPayload> {
    return settle(async () => {
      const id = await withdrawSupplierApplication(context.platform, context.viewer, input);
      return { application: await read(context, id) };
    });
  }
}

async function read({ platform }: Context, id: string): Promise<SupplierApplication> {
  return applicationView(found(await applicationById(platform.database.read, id)), true);
}
