"""How a page is shown: in which language, in a frame or not, and what its links must carry on."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request

from service.pages.language import accepted_language, chosen_language
from service.pages.words import Language, words_in

EMBEDDED = "inbaddad"
"""The parameter that says that the page stands in a frame on another page."""
_OTHER = {Language.SWEDISH: Language.ENGLISH, Language.ENGLISH: Language.SWEDISH}


@dataclass(frozen=True, slots=True)
class View:
    """What every template is given.

    ``root`` is the path that a proxy puts before every address, mostly none. ``carried`` are the
    parameters that every link takes along: a language that was chosen by hand, and the frame.
    ``other_language_link`` is None on pages that are written in one language.
    """

    root: str
    language: Language
    carried: Mapping[str, str]
    other_language_link: str | None

    @property
    def is_embedded(self) -> bool:
        """Whether the page stands in a frame, which has a heading and links of its own."""
        return EMBEDDED in self.carried

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the page by their keys."""
        return words_in(self.language)

    def link(self, path: str, parameters: Mapping[str, object] | None = None, fragment: str = "") -> str:
        """Return an address of the service; parameters without a value are left out.

        Args:
            path: unescaped path below the root.
            parameters: unescaped; a value of ``None`` or ``""`` is none.
            fragment: escaped already, without ``#``.
        """
        given = {**(parameters or {}), **self.carried}
        query = urlencode({name: value for name, value in given.items() if value not in (None, "")})
        return f"{self.root}{quote(path)}{'?' * bool(query)}{query}{'#' * bool(fragment)}{fragment}"


def view_of(request: Request, only: Language | None = None) -> View:
    """Return how to show a page to who asks; ``only`` is the one language of a page that has but one."""
    root, asked = root_of(request), request.query_params
    chosen = chosen_language(asked.get("lang"))
    language = only or chosen or accepted_language(request.headers.get("accept-language"))
    carried = {"lang": str(chosen)} if chosen else {}
    if asked.get(EMBEDDED):
        carried[EMBEDDED] = "1"
    address = request.url.include_query_params(lang=str(_OTHER[language]))
    other = None if only else f"{root}{address.path.removeprefix(root)}?{address.query}"
    return View(root, language, carried, other)


def root_of(request: Request) -> str:
    """Return the path that a proxy puts before every address of the service, mostly none."""
    scope = request.scope
    # inside a mounted application, such as the static files, "root_path" is that of the mount
    root: str = scope.get("app_root_path", scope.get("root_path", ""))
    return root
