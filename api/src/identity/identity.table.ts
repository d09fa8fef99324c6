import { Entity, Index, PrimaryColumn } from "typeorm";
import { Count, Flag, Id, Instant, Json, Name, Ref, Word } from "../platform/columns.js";
import type { Permission } from "../platform/viewer.js";
import type { Audience, LinkPurpose } from "./account.js";

@Entity("accounts")
@Index(["audience", "login"], { unique: true })
export class AccountRow {
  @Id() id: string;
  @Word() audience: Audience;
  @Name(100) login: string;
  @Name(50) displayName: string;
  @Name(20, { nullable: true }) phone: string | null;
  /** argon2id; null until the owner of an invited account sets a password. */
  @Name(200, { nullable: true }) passwordHash: string | null;
  @Flag() active: boolean;
  @Instant() createdAt: number;
  @Count() version: number;
}

@Entity("sessions")
export class SessionRow {
  @Id() id: string;
  @Name(64, { unique: true }) tokenHash: string;
  @Ref("AccountRow") accountId: string;
  @Instant() createdAt: number;
  @Instant() lastSeenAt: number;
  @Instant() expiresAt: number;
  @Name(300, { nullable: true }) userAgent: string | null;
  @Name(64, { nullable: true }) ip: string | null;
}

/** A link that works once: the token's hash, what it is for and whose it is. */
@Entity("one_time_links")
export class OneTimeLinkRow {
  @Id() id: string;
  @Name(64, { unique: true }) tokenHash: string;
  @Word() purpose: LinkPurpose;
  @Ref("AccountRow") accountId: string;
  @Instant() expiresAt: number;
  @Instant({ nullable: true }) usedAt: number | null;
}

/** A code sent to an address that wants to become a customer. */
@Entity("sign_up_codes")
export class SignUpCodeRow {
  @Id() id: string;
  @Name(100) @Index() login: string;
  @Name(64) codeHash: string;
  @Count() tries: number;
  @Instant() expiresAt: number;
  @Instant({ nullable: true }) usedAt: number | null;
}

@Entity("roles")
export class RoleRow {
  @Id() id: string;
  @Name(50, { unique: true }) name: string;
  @Json() permissions: Permission[];
  @Flag() builtIn: boolean;
  @Count() version: number;
}

@Entity("staff_roles")
export class StaffRoleRow {
  @PrimaryColumn({ type: "varchar", length: 22 }) accountId: string;
  @PrimaryColumn({ type: "varchar", length: 22 }) roleId: string;
}

@Entity("api_keys")
export class ApiKeyRow {
  @Id() id: string;
  @Name(60) name: string;
  /** The part before the dot: shown in lists and logs, no secret. */
  @Name(20) prefix: string;
  @Name(64, { unique: true }) secretHash: string;
  @Json() scopes: Permission[];
  @Ref("AccountRow") createdBy: string;
  @Instant() createdAt: number;
  @Instant() expiresAt: number;
  @Instant({ nullable: true }) lastUsedAt: number | null;
  @Instant({ nullable: true }) revokedAt: number | null;
}

export const identityTables = [AccountRow, SessionRow, OneTimeLinkRow, SignUpCodeRow, RoleRow, StaffRoleRow, ApiKeyRow];
