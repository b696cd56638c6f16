/** What a lifecycle of Strapi's database layer hands over, as far as it is looked at here. */
interface Writing {
  readonly params: { readonly data: Record<string, unknown> };
}

/** A hook is single on the board: blanks around its name do not make it another, and a blank one is none [F-01]. */
function settleHook({ params: { data } }: Writing): void {
  if (typeof data.hook === 'string') data.hook = data.hook.trim() || null;
  if (typeof data.code === 'string') data.code = data.code.trim();
}

export default { beforeCreate: settleHook, beforeUpdate: settleHook };
