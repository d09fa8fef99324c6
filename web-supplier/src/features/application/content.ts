import type { ApplicationSheetFragment, SaveSupplierApplicationInput } from "../../gql/graphql";

type Content = Omit<SaveSupplierApplicationInput, "token" | "version" | "idempotencyKey">;

const blank: Content = {
  organisation: "",
  uscc: "",
  contactName: "",
  contactPhone: "",
  contactEmail: "",
  introduction: "",
  regions: [],
  services: [],
  documents: [],
};

/** What an application says so far, in the shape it is saved in: each step changes its part and sends the whole. */
export function contentOf(application: ApplicationSheetFragment | undefined): Content {
  if (!application) return blank;
  const { organisation, uscc, contactName, contactPhone, contactEmail, introduction } = application;
  return {
    organisation,
    uscc,
    contactName,
    contactPhone,
    contactEmail,
    introduction,
    regions: application.regions.map(({ code }) => code),
    services: application.services.map(({ item, level, costPrice, salePrice, perDay, notes }) => ({
      itemId: item.id,
      level,
      costPrice,
      salePrice,
      perDay,
      notes,
    })),
    documents: application.documents.map(({ kind, file, expiresOn }) => ({ kind, fileId: file.id, expiresOn })),
  };
}
