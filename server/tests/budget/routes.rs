//! Every route with what is asked of it.

use axum::http::Method;

use crate::visit::{Visit, visit};

/// Something that is asked of a route.
pub struct Route {
    /// Its name in the table.
    pub name: &'static str,
    /// The path as the router or the app has it.
    pub of: &'static str,
    /// What is asked; `{n}` is another number in each round.
    pub address: &'static str,
    /// What comes of it.
    pub status: u16,
    /// Whether a file is sent.
    sends: bool,
}

impl Route {
    /// The request of a round.
    pub fn visit(&self, round: usize) -> Visit {
        let address = self.address.replace("{n}", &round.to_string());
        if !self.sends {
            return visit(Method::GET, &address);
        }
        let kind = "multipart/form-data; boundary=edge";
        let visit = visit(Method::POST, &address).with("content-type", kind);
        visit.body(UPLOAD.replace('\n', "\r\n"))
    }
}

/// A template with one project and two mistakes.
const UPLOAD: &str = "--edge
content-disposition: form-data; name=\"files\"; filename=\"a.csv\"

Acronym *,Title,Programme *,Period *,Start,Website
ABC,A project,Interreg North Sea,2014-2020,some day,nowhere

--edge--
";

const fn route(name: &'static str, of: &'static str, address: &'static str) -> Route {
    Route { name, of, address, status: 200, sends: false }
}

/// All of them.
pub const ROUTES: &[Route] = &[
    route("explorer", "/:lang", "/en"),
    route("explorer, one city", "/:lang", "/nl?city=assen"),
    route(
        "explorer, many filters",
        "/:lang",
        "/de?theme=health&country=NL&country=-DE&from=2015&to=2020&budget=1000..2000000&sort=budget&page=2",
    ),
    route("explorer, a word", "/:lang", "/en?q=waterregio"),
    route(
        "explorer, a hundred words",
        "/:lang",
        "/en?q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z+wa+te+kl+ma+re+gi+na+en+mo+bi+to+ri+me+bo+de+a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z&layer=network",
    ),
    route("explorer, partners", "/:lang", "/en?layer=partners"),
    route("explorer, network", "/:lang", "/en?layer=network"),
    route("explorer, nothing found", "/:lang", "/fy?q=zzzzzz"),
    route("project", "/:lang/projects/:slug", "/en/projects/project-7"),
    route("about", "/:lang/about", "/nl/about"),
    route("check, the form", "/:lang/check", "/en/check"),
    route("embed generator", "/:lang/embed", "/en/embed?city=assen&visitors=only"),
    route("widget", "/:lang/widget", "/en/widget?lock=city%3Dassen&accent=154273"),
    route(
        "widget, project",
        "/:lang/widget/projects/:slug",
        "/en/widget/projects/project-7?lock=theme%3Dhealth",
    ),
    Route { status: 404, ..route("no page", "", "/en/nowhere") },
    Route { status: 404, ..route("no project", "/:lang/projects/:slug", "/en/projects/none") },
    Route { status: 302, ..route("no language", "/", "/?city=assen") },
    Route { sends: true, ..route("check", "/{lang}/check", "/en/check") },
    route("template", "/{lang}/check/template.xlsx", "/en/check/template.xlsx"),
    route("fragment", "/{lang}/fragment", "/en/fragment?city=assen"),
    route(
        "oembed",
        "/oembed",
        "/oembed?url=https%3A%2F%2Fprojects.example.nl%2Fen%2Fprojects%2Fproject-7",
    ),
    route("function", "/api/fn/{*function}", "/api/fn/explore?lang=en&query=city%3Dassen"),
    route("function, project", "/api/fn/{*function}", "/api/fn/project?lang=en&slug=project-7"),
    route(
        "function, markers",
        "/api/fn/{*function}",
        "/api/fn/markers?lang=en&query=layer%3Dpartners&at=2223500000,1402000000,4000,1200,800",
    ),
    route("basemap", "/basemap/overview", "/basemap/overview"),
    route("basemap, new", "/basemap/overview", "/basemap/overview?shown=exact:6,52.5,7.{n},53"),
    route("basemap of a project", "/basemap/projects/{slug}", "/basemap/projects/project-{n}"),
    route("sitemap", "/sitemap.xml", "/sitemap.xml"),
    Route { status: 404, ..route("sitemap, part", "/sitemaps/{file}", "/sitemaps/1.xml") },
    route("robots", "/robots.txt", "/robots.txt"),
    route("picture, kept", "/social/{file}", "/social/en.png"),
    route("picture, new", "/social/{lang}/projects/{file}", "/social/en/projects/project-{n}.png"),
    route("tile", "/tiles/{z}/{x}/{y}", "/tiles/4/8/5.mvt"),
    Route {
        status: 404,
        ..route(
            "tile of another basemap",
            "/tiles/custom/{scheme}/{z}/{x}/{y}",
            "/tiles/custom/light/4/8/5",
        )
    },
    Route { status: 404, ..route("file", "/pkg/{file}", "/pkg/none.js") },
    route("health", "/healthz", "/healthz"),
    route("readiness", "/readyz", "/readyz"),
];
