import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { getRouteApi } from "@tanstack/react-router";
import { InquiryChangedDocument } from "../../gql/graphql";
import css from "./Inquiries.module.css";
import { InquiryAsked } from "./InquiryAsked";
import { InquiryCompare } from "./InquiryCompare";
import { InquiryHero } from "./InquiryHero";
import { InquiryQuestions } from "./InquiryQuestions";

const route = getRouteApi("/shop/signedIn/inquiries/$no");

/** One inquiry as its customer sees it: how far it has got, what suppliers ask, and after the deadline who asks what. */
export function InquiryPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const inquiry = data.inquiryByNo;
  useDocumentTitle(inquiry?.title);
  useLive(InquiryChangedDocument, {
    variables: { inquiryId: inquiry?.id ?? "", afterSeq: inquiry?.seq ?? null },
    skip: !inquiry,
    onCatchUp: () => void refresh(),
  });
  if (!inquiry) return <NotFoundState home="/" />;
  return (
    <div className={css.items}>
      <InquiryHero inquiry={inquiry} />
      {inquiry.bids.length > 0 && <InquiryCompare inquiry={inquiry} />}
      {inquiry.questions.length > 0 && <InquiryQuestions inquiry={inquiry} />}
      <InquiryAsked inquiry={inquiry} />
    </div>
  );
}
