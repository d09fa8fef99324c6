import { ApiKeyResolver } from "./identity/api-key.graphql.js";
import { IdentityResolver } from "./identity/identity.graphql.js";
import { StaffResolver } from "./identity/staff.graphql.js";
import { DeadLetterResolver } from "./platform/dead-letter.graphql.js";
import { SettingResolver } from "./platform/setting.graphql.js";
import { ApplicationDocumentResolver, ApplicationFieldsResolver } from "./suppliers/application.graphql.js";
import { ApplicantResolver } from "./suppliers/application-deeds.graphql.js";
import { ApplicationReviewResolver } from "./suppliers/application-review.graphql.js";
import { StaffSupplierMembersResolver, SupplierMemberResolver } from "./suppliers/member.graphql.js";
import { MySupplierOfMeResolver, MySupplierResolver } from "./suppliers/my-supplier.graphql.js";
import {
  MyServiceResolver,
  MySupplierServicesResolver,
  StaffServiceResolver,
  StaffSupplierServicesResolver,
} from "./suppliers/service.graphql.js";
import { ServiceDeedsResolver } from "./suppliers/service-deeds.graphql.js";
import { StaffSupplierResolver } from "./suppliers/staff-supplier.graphql.js";
import { SupplierResolver } from "./suppliers/supplier.graphql.js";

/** Every edge class, in the order of the street: the table of contents of the API. */
export const resolvers = [
  SettingResolver,
  DeadLetterResolver,
  IdentityResolver,
  StaffResolver,
  ApiKeyResolver,
  ApplicantResolver,
  ApplicationReviewResolver,
  ApplicationFieldsResolver,
  ApplicationDocumentResolver,
  SupplierResolver,
  StaffSupplierResolver,
  StaffSupplierMembersResolver,
  StaffSupplierServicesResolver,
  MySupplierOfMeResolver,
  MySupplierResolver,
  MySupplierServicesResolver,
  SupplierMemberResolver,
  MyServiceResolver,
  StaffServiceResolver,
  ServiceDeedsResolver,
] as const;
