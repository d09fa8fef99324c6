import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { formWords } from "@kaidan/web-kit/vocabulary/form-words";
import { useLingui as useI18n } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { WordingForm } from "./WordingForm";

const route = getRouteApi("/signedIn/documents/wordings/$code");

/** One form's wording, to be changed beside what it becomes. */
export function WordingPage() {
  const { i18n } = useI18n();
  const { code } = route.useParams();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const wording = data.formWordings.find((one) => one.code === code);
  if (!wording) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader title={i18n._(formWords[wording.code])} back="/documents/wordings">
        v{wording.number}
      </PageHeader>
      <WordingForm key={wording.number} wording={wording} onMoved={() => void refresh()} />
    </>
  );
}
