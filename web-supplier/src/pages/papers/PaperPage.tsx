import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { FormSheet } from "@kaidan/web-kit/documents/FormSheet";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/signedIn/papers/$formId");

/** One form as it was issued to the supplier. */
export function PaperPage() {
  const { data } = usePageQuery(route.useLoaderData());
  if (!data.form) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return <FormSheet form={data.form} back="/papers" />;
}
