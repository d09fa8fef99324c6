import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { FormSheet } from "@kaidan/web-kit/documents/FormSheet";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/shop/signedIn/o/$orderId/papers/$formId");

/** One form as it was issued. */
export function FormPage() {
  const { orderId } = route.useParams();
  const { data } = usePageQuery(route.useLoaderData());
  if (!data.form) return <NotFoundState home="/" />;
  return <FormSheet form={data.form} back={`/o/${orderId}/papers`} />;
}
