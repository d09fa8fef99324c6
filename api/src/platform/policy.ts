import { GraphQLError, type GraphQLField, type GraphQLSchema } from "graphql";
import { Extensions } from "type-graphql";
import type { Permission, SupplierRole, Viewer } from "./viewer.js";

/** Who may call a root field at all. Which rows they may touch is asked again in the flow or the read. */
export type Policy =
  | { readonly who: "anyone" }
  | { readonly who: "signedIn" }
  | { readonly who: "customer" }
  | { readonly who: "supplier"; readonly roles: readonly SupplierRole[] }
  | { readonly who: "anyStaff" }
  | { readonly who: "staff"; readonly permission: Permission }
  | { readonly who: "staffSession"; readonly permission: Permission };

export const anyone: Policy = { who: "anyone" };
/** Any account with a session, of whatever app. */
export const signedIn: Policy = { who: "signedIn" };
export const customers: Policy = { who: "customer" };
/** Members of a supplier with one of these roles; without roles, every member. */
export const supplierMembers = (...roles: SupplierRole[]): Policy => ({ who: "supplier", roles });
/** Any staff account, whatever it may do: each field answers as far as its viewer's permissions go. */
export const anyStaff: Policy = { who: "anyStaff" };
/** Staff, or an API key, that holds the permission. */
export const staffWith = (permission: Permission): Policy => ({ who: "staff", permission });
/** Staff in person: what an API key may never do, such as making keys. */
export const staffInPerson = (permission: Permission): Policy => ({ who: "staffSession", permission });

/** Declares the policy of a query, mutation or subscription. The server does not start without one on each. */
export const Allow = (policy: Policy): MethodDecorator => Extensions({ policy });

export type Verdict = "ALLOWED" | "UNAUTHENTICATED" | "FORBIDDEN";

export function judge(policy: Policy, viewer: Viewer): Verdict {
  if (policy.who === "anyone") return "ALLOWED";
  if (viewer.kind === "anonymous") return "UNAUTHENTICATED";
  switch (policy.who) {
    case "signedIn":
      return "sessionId" in viewer ? "ALLOWED" : "FORBIDDEN";
    case "customer":
      return viewer.kind === "customer" ? "ALLOWED" : "FORBIDDEN";
    case "supplier":
      if (viewer.kind !== "supplier") return "FORBIDDEN";
      return policy.roles.length === 0 || policy.roles.includes(viewer.role) ? "ALLOWED" : "FORBIDDEN";
    case "anyStaff":
      return viewer.kind === "staff" ? "ALLOWED" : "FORBIDDEN";
    case "staff":
      return (viewer.kind === "staff" || viewer.kind === "integration") && viewer.permissions.has(policy.permission)
        ? "ALLOWED"
        : "FORBIDDEN";
    case "staffSession":
      return viewer.kind === "staff" && viewer.permissions.has(policy.permission) ? "ALLOWED" : "FORBIDDEN";
  }
}

/** The policy that a root field declares. */
export function policyOf(field: GraphQLField<unknown, unknown>): Policy | undefined {
  return field.extensions["policy"] as Policy | undefined;
}

/** Puts every root field behind its policy; throws at boot, naming the fields, when one has none. */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const naked: string[] = [];
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const policy = policyOf(field);
      if (!policy) naked.push(`${type?.name}.${field.name}`);
      else guardField(field, policy);
    }
  }
  if (naked.length > 0) throw new Error(`These fields have no policy (@Allow): ${naked.join(", ")}`);
  return schema;
}

function guardField(field: GraphQLField<unknown, unknown>, policy: Policy): void {
  const gate = (context: unknown): void => {
    const verdict = judge(policy, (context as { viewer: Viewer }).viewer);
    if (verdict === "ALLOWED") return;
    const sentence = verdict === "UNAUTHENTICATED" ? "Sign in first." : "You are not allowed to do this.";
    throw new GraphQLError(sentence, { extensions: { code: verdict } });
  };
  const { resolve, subscribe } = field;
  if (subscribe) {
    field.subscribe = (source, args, context, info) => {
      gate(context);
      return subscribe(source, args, context, info);
    };
    return;
  }
  field.resolve = (source, args, context, info) => {
    gate(context);
    return resolve?.(source, args, context, info);
  };
}
