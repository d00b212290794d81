/** Leads to one message and lets it stand out for a moment. */

export function leadTo(article, onMissing) {
  if (!article) return onMissing();
  article.scrollIntoView({ block: 'center' });
  article.focus({ preventScroll: true });
  article.classList.remove('pointed-out');
  // Reading the size makes the animation begin anew.
  void article.offsetWidth;
  article.classList.add('pointed-out');
  return undefined;
}
