import { useQuery } from "@apollo/client/react";
import { wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { type AmendmentContentInput, PreviewAmendmentDocument } from "../../gql/graphql";
import { AmendmentFigures } from "./AmendmentFigures";

/** What the change that is being written does to the money, worked out by the same rules as the change itself. */
export function AmendPreview({ content }: { content: AmendmentContentInput }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data, error } = useQuery(PreviewAmendmentDocument, {
    variables: { input: content },
    fetchPolicy: "network-only",
  });
  const answer = data?.previewAmendment;
  const [refused] = answer?.userErrors ?? [];
  if (error) return <Alert color="red">{t`暂时算不出金额影响，请稍后再试。`}</Alert>;
  if (refused) return <Alert color="red">{wordsForError(i18n, refused)}</Alert>;
  if (!answer?.preview) return <p className="muted small">{t`正在计算金额影响…`}</p>;
  return <AmendmentFigures {...answer.preview} />;
}
