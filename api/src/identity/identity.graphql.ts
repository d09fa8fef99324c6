import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { App, Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, anyone, signedIn } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { AppName } from "../platform/setting.graphql.js";
import { actorOf, type Permission } from "../platform/viewer.js";
import { type Audience, type LinkPurpose, linkPurposes } from "./account.js";
import { appOfAudience, audienceOfApp } from "./apps.js";
import { changePassword } from "./change-password.flow.js";
import { completeSignUp } from "./complete-sign-up.flow.js";
import { endSession } from "./end-session.flow.js";
import {
  accountById,
  linkByToken,
  type OpenedSession,
  permissionsOf,
  type SessionRow,
  sessionsOf,
} from "./identity.store.js";
import { requestPasswordReset } from "./request-password-reset.flow.js";
import { requestSignUp } from "./request-sign-up.flow.js";
import { setPasswordByLink } from "./set-password-by-link.flow.js";
import { signIn } from "./sign-in.flow.js";
import { signOut } from "./sign-out.flow.js";

const LinkPurposeEnum = enumOf(linkPurposes);
registerEnumType(LinkPurposeEnum, { name: "LinkPurpose", description: "What a one-time link is for." });

const nameOfAudience: Readonly<Record<Audience, AppName>> = { CUSTOMER: "SHOP", SUPPLIER: "SUPPLIER", STAFF: "ADMIN" };

@ObjectType({ description: "The signed-in account as it sees itself." })
export class Me {
  @Field(() => ID, { description: "Opaque id of the account." })
  id: string;

  @Field(() => String, { description: "Name shown to others." })
  displayName: string;

  @Field(() => String, { description: "The e-mail address this account signs in with." })
  login: string;

  @Field(() => String, { nullable: true, description: "Phone number, if one is known." })
  phone: string | null;

  @Field(() => AppName, { description: "The app this account belongs to." })
  app: AppName;

  @Field(() => [String], { description: "What a staff account may do; empty for customers and suppliers." })
  permissions: Permission[];
}

@ObjectType({ implements: Node, description: "One place where an account is signed in." })
export class Session extends Node {
  @Field(() => DateTimeScalar, { description: "When it began." })
  createdAt: number;

  @Field(() => DateTimeScalar, { description: "When it was last used, to the minute." })
  lastSeenAt: number;

  @Field(() => DateTimeScalar, { description: "When it ends at the latest." })
  expiresAt: number;

  @Field(() => String, { nullable: true, description: "The browser, as it named itself." })
  userAgent: string | null;

  @Field(() => String, { nullable: true, description: "The address it was opened from." })
  ip: string | null;

  @Field(() => Boolean, { description: "Whether this is the session that asks." })
  current: boolean;
}

@ObjectType({ description: "What a one-time link will do, shown before a password is chosen." })
export class OneTimeLinkInfo {
  @Field(() => LinkPurposeEnum, { description: "What it is for." })
  purpose: LinkPurpose;

  @Field(() => String, { description: "The login it belongs to." })
  login: string;

  @Field(() => String, { description: "Whose account it is." })
  displayName: string;
}

@InputType({ description: "An address that wants to become a customer." })
class RequestSignUpInput {
  @Field(() => String, { description: "E-mail address." })
  login: string;
}

@InputType({ description: "The code from the letter and the new customer's data." })
class CompleteSignUpInput {
  @Field(() => String, { description: "The address the code was sent to." })
  login: string;

  @Field(() => String, { description: "Six digits from the letter." })
  code: string;

  @Field(() => String, { description: "8 to 128 characters, none of the common ones." })
  password: string;

  @Field(() => String, { description: "Name shown to staff and suppliers, at most 50 characters." })
  displayName: string;

  @Field(() => String, { description: "Phone number for the service visit." })
  phone: string;
}

@InputType({ description: "Login and password." })
class SignInInput {
  @Field(() => String, { description: "E-mail address." })
  login: string;

  @Field(() => String, { description: "Password." })
  password: string;
}

@InputType({ description: "Which session to end." })
class EndSessionInput {
  @Field(() => ID, { description: "One of your own sessions." })
  sessionId: string;
}

@InputType({ description: "Whose password is forgotten." })
class RequestPasswordResetInput {
  @Field(() => String, { description: "E-mail address." })
  login: string;
}

@InputType({ description: "A one-time link's token and the password chosen." })
class SetPasswordByLinkInput {
  @Field(() => String, { description: "The part of the link behind #." })
  token: string;

  @Field(() => String, { description: "8 to 128 characters, none of the common ones." })
  password: string;
}

@InputType({ description: "Present and new password." })
class ChangePasswordInput {
  @Field(() => String, { description: "The present one." })
  currentPassword: string;

  @Field(() => String, { description: "8 to 128 characters, none of the common ones." })
  newPassword: string;
}

@ObjectType({ description: "Who is signed in now, or why not." })
class SignInPayload extends Payload {
  @Field(() => Me, { nullable: true, description: "The signed-in account." })
  me?: Me | null;
}
@ObjectType({ description: "Answers alike whether the address is known." })
class RequestSignUpPayload extends Payload {}
@ObjectType({ description: "Signed out." })
class SignOutPayload extends Payload {}
@ObjectType({ description: "The sessions that are left." })
class EndSessionPayload extends Payload {
  @Field(() => [Session], { nullable: true, description: "Your sessions after this." })
  sessions?: Session[] | null;
}
@ObjectType({ description: "Answers alike whether the address is known." })
class RequestPasswordResetPayload extends Payload {}
@ObjectType({ description: "Done, or why not." })
class ChangePasswordPayload extends Payload {}

@Resolver()
export class IdentityResolver {
  @Allow(anyone)
  @Query(() => Me, { nullable: true, description: "The signed-in account; null when signed out." })
  async me(@Ctx() context: Context): Promise<Me | null> {
    const accountId = actorOf(context.viewer);
    return accountId ? readMe(context, accountId) : null;
  }

  @Allow(signedIn)
  @Query(() => [Session], { description: "Where your account is signed in, last used first." })
  async mySessions(@Ctx() context: Context): Promise<Session[]> {
    return readSessions(context);
  }

  @Allow(anyone)
  @Query(() => OneTimeLinkInfo, { nullable: true, description: "What a link is for; null when unknown, used or over." })
  async oneTimeLink(
    @Ctx() { platform }: Context,
    @Arg("token", () => String, { description: "The part of the link behind #." }) token: string,
  ): Promise<OneTimeLinkInfo | null> {
    const link = await linkByToken(platform.database.read, token);
    if (!link || link.usedAt !== null || link.expiresAt <= platform.clock.now()) return null;
    const account = found(await accountById(platform.database.read, link.accountId));
    return { purpose: link.purpose, login: account.login, displayName: account.displayName };
  }

  @Allow(anyone)
  @Mutation(() => RequestSignUpPayload, { description: "Sends a sign-up code. Refuses RATE_LIMITED, VALIDATION." })
  requestSignUp(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: RequestSignUpInput,
  ): Promise<RequestSignUpPayload> {
    return settle(async () => {
      await requestSignUp(platform, viewer, { login: input.login, ip: ipOf(viewer) });
      return {};
    });
  }

  @Allow(anyone)
  @Mutation(() => SignInPayload, {
    description: "Makes the customer and signs in. Refuses CODE_INVALID, PASSWORD_TOO_WEAK.",
  })
  completeSignUp(@Ctx() context: Context, @Arg("input") input: CompleteSignUpInput): Promise<SignInPayload> {
    return settle(async () => {
      const { platform, viewer } = context;
      return enter(context, "shop", await completeSignUp(platform, viewer, { ...input, device: deviceOf(context) }));
    });
  }

  @Allow(anyone)
  @Mutation(() => SignInPayload, {
    description: "Signs in to the app named in x-kaidan-app and sets its cookie. Refuses SIGN_IN_FAILED, RATE_LIMITED.",
  })
  signIn(@Ctx() context: Context, @Arg("input") input: SignInInput): Promise<SignInPayload> {
    return settle(async () => {
      const { platform, viewer, app } = context;
      const target = app ?? "shop";
      const device = deviceOf(context);
      return enter(
        context,
        target,
        await signIn(platform, viewer, { ...input, audience: audienceOfApp[target], device }),
      );
    });
  }

  @Allow(anyone)
  @Mutation(() => SignOutPayload, { description: "Ends this session and clears its cookie." })
  signOut(@Ctx() context: Context): Promise<SignOutPayload> {
    return settle(async () => {
      await signOut(context.platform, context.viewer);
      if (context.app) context.answer.clearSession(context.app);
      return {};
    });
  }

  @Allow(signedIn)
  @Mutation(() => EndSessionPayload, { description: "Ends one of your sessions. Refuses NOT_FOUND." })
  endSession(@Ctx() context: Context, @Arg("input") input: EndSessionInput): Promise<EndSessionPayload> {
    return settle(async () => {
      await endSession(context.platform, context.viewer, input.sessionId);
      return { sessions: await readSessions(context) };
    });
  }

  @Allow(anyone)
  @Mutation(() => RequestPasswordResetPayload, {
    description: "Sends a link to set a new password. Refuses RATE_LIMITED.",
  })
  requestPasswordReset(
    @Ctx() { platform, viewer, app, answer }: Context,
    @Arg("input") input: RequestPasswordResetInput,
  ): Promise<RequestPasswordResetPayload> {
    return settle(async () => {
      const audience = audienceOfApp[app ?? "shop"];
      const request = { login: input.login, ip: ipOf(viewer), audience, origin: answer.originOf(app ?? "shop") };
      await requestPasswordReset(platform, viewer, request);
      return {};
    });
  }

  @Allow(anyone)
  @Mutation(() => SignInPayload, {
    description: "Sets a password by a one-time link and signs in. Refuses LINK_INVALID.",
  })
  setPasswordByLink(@Ctx() context: Context, @Arg("input") input: SetPasswordByLinkInput): Promise<SignInPayload> {
    return settle(async () => {
      const { platform, viewer } = context;
      const opened = await setPasswordByLink(platform, viewer, { ...input, device: deviceOf(context) });
      return enter(context, appOfAudience[opened.audience], opened);
    });
  }

  @Allow(signedIn)
  @Mutation(() => ChangePasswordPayload, {
    description: "Changes your password, ends your other sessions. Refuses SIGN_IN_FAILED.",
  })
  changePassword(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: ChangePasswordInput,
  ): Promise<ChangePasswordPayload> {
    return settle(async () => {
      await changePassword(platform, viewer, input);
      return {};
    });
  }
}

async function enter(context: Context, app: App, opened: OpenedSession): Promise<{ me: Me | null }> {
  context.answer.setSession(app, opened.token, opened.expiresAt);
  return { me: await readMe(context, opened.accountId) };
}

async function readMe({ platform }: Context, accountId: string): Promise<Me> {
  const account = found(await accountById(platform.database.read, accountId));
  // Read anew: the viewer of a sign-in is still the stranger who asked.
  const permissions = account.audience === "STAFF" ? [...(await permissionsOf(platform.database.read, accountId))] : [];
  const { id, displayName, login, phone } = account;
  return { id, displayName, login, phone, app: nameOfAudience[account.audience], permissions };
}

async function readSessions({ platform, viewer }: Context): Promise<Session[]> {
  if (!("sessionId" in viewer)) return [];
  const rows = await sessionsOf(platform.database.read, viewer.accountId);
  return rows.map((row: SessionRow) => ({ ...row, current: row.id === viewer.sessionId }));
}

const ipOf = (viewer: Context["viewer"]): string => ("ip" in viewer ? viewer.ip : "system");
const deviceOf = (context: Context) => ({ userAgent: context.userAgent, ip: ipOf(context.viewer) });
