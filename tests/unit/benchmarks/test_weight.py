"""What a site weighs."""

from benchmarks.weight import first_visit, weigh


def test_a_first_visit_follows_styles_scripts_and_imports(tmp_path):
    """Everything that a browser fetches to show a page is counted once, and what lies elsewhere is not."""
    (tmp_path / "assets/lodestar").mkdir(parents=True)
    (tmp_path / "mentors").mkdir()
    (tmp_path / "mentors/index.html").write_text(
        '<link rel="stylesheet" href="../assets/a.css"><link rel="canonical" href="https://x.example/">'
        '<script type="module" src="../assets/lodestar/one.js"></script><script>1</script>'
    )
    (tmp_path / "assets/a.css").write_text("a")
    (tmp_path / "assets/lodestar/one.js").write_text('import { a } from "./two.js";\nimport "./gone.js";')
    (tmp_path / "assets/lodestar/two.js").write_text('export { b } from "./one.js";')
    visit = first_visit(tmp_path, "mentors/index.html")
    assert visit == ["mentors/index.html", "assets/a.css", "assets/lodestar/one.js", "assets/lodestar/two.js"]
    assert weigh(tmp_path).pages == 1
    assert weigh(tmp_path).files == 4
