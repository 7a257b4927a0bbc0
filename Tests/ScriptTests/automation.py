"""Runs what `exemplar init --ci` writes: each service's jobs through five commits and a change that somebody proposes."""

import fnmatch
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from contextlib import contextmanager
from pathlib import Path

try:
    import yaml
except ImportError:
    yaml = None

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/exemplar"
PRACTICE = "content/practices/example-city/joint-meeting.md"
SERVICES = {"github", "gitlab", "gitea", "jenkins"}
FAULT = "\n[nowhere](case:nowhere)\n"
WORKFLOWS = {"github": ".github/workflows/library.yml", "gitea": ".gitea/workflows/library.yml"}


class Repository:
    """A new library under git, with the jobs of a service."""

    def __init__(self, folder, service):
        self.service, self.folder, self.tools = service, folder / "library", folder / "bin"
        self.published, self.calls = folder / "published", folder / "calls"
        self.calls.touch()
        subprocess.run([PROGRAM, "init", self.folder, "--language", "en", "--ci", service], check=True,
                       stdout=subprocess.DEVNULL)
        # What the services have on their machines, as far as it speaks to them.
        self.tools.mkdir()
        for name in ("gh", "curl"):
            tool = self.tools / name
            tool.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.calls}"\n[ "$2" != list ] || cat "{folder}/passed" 2>/dev/null || true\n')
            tool.chmod(0o755)
        self.passed = folder / "passed"
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *command):
        return subprocess.run(["git", "-c", "user.name=editor", "-c", "user.email=editor@example.org", *command],
                              cwd=self.folder, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, path=None, text=""):
        if path:
            with (self.folder / path).open("a") as file:
                file.write(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", path or "first")

    def run(self, script, **variables):
        """Runs the script of a job or step, as its service does: what is not set there is empty."""
        script = re.sub(r"\$\{\{.*?\}\}", "", script)
        environment = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ} | variables
        environment |= {"PATH": f"{self.tools}:{os.environ['PATH']}", "EXEMPLAR": str(PROGRAM),
                        "PUBLISH_TO": str(self.published), "GITHUB_REF_NAME": "main", "GITHUB_BASE_REF": "main"}
        return subprocess.run(["sh", "-e", "-c", script], cwd=self.folder, env=environment, capture_output=True, text=True)

    def push(self):
        """Runs what a push to main starts. Gives what failed said, or whether the site is published."""
        jobs = getattr(self, f"push_{self.service}")
        done = jobs()
        if isinstance(done, bool):
            self.passed.write_text(self.git("rev-parse", "HEAD") + "\n")
        return done

    def steps(self, event):
        """Steps of a workflow that run something at this event; only the first job does."""
        jobs = yaml.safe_load((self.folder / WORKFLOWS[self.service]).read_text())["jobs"]
        for step in jobs["check"]["steps"]:
            condition = step.get("if", "")
            event_test = re.search(r"github\.event_name (==|!=) '(\w+)'", condition)
            if event_test and ((event_test[1] == "==") != (event_test[2] == event)):
                continue
            if "run" in step:
                yield step

    def push_github(self):
        output = self.folder.parent / "output"
        output.write_text("")
        for step in self.steps("push"):
            done = self.run(step["run"], GITHUB_OUTPUT=str(output))
            if done.returncode != 0:
                return done.stdout
        return output.read_text() == "publish=true\n"

    def push_gitea(self):
        return self._publishing(step["run"] for step in self.steps("push"))

    def push_jenkins(self):
        stages = re.findall(r"stage\('(\w+)'\) \{(.*?)\n        \}", (self.folder / "Jenkinsfile").read_text(), re.S)
        return self._publishing(
            re.search(r"sh '(.*)'", body)[1] for name, body in stages if name in ("check", "build", "publish"))

    def _publishing(self, scripts):
        """Runs scripts of which one writes the site into a folder."""
        before = self._site()
        for script in scripts:
            done = self.run(script)
            if done.returncode != 0:
                return done.stdout
        return self._site() != before

    def _site(self):
        mark = Path(str(self.published) + ".commit")
        return mark.read_text() if mark.exists() else None

    def push_gitlab(self):
        jobs = yaml.safe_load((self.folder / ".gitlab-ci.yml").read_text())
        for script in jobs["check"]["script"]:
            if self.run(script).returncode != 0:
                return (self.folder / "problems.json").read_text()
        rule = next(rule for rule in jobs["pages"]["rules"] if "changes" in rule)
        changed = self.git("show", "--name-only", "--format=").splitlines()
        if not any(fnmatch.fnmatch(path, glob.replace("**/*", "*")) for path in changed for glob in rule["changes"]):
            return False
        return all(self.run(script).returncode == 0 for script in jobs["pages"]["script"])

    def propose(self):
        """Runs what a proposed change starts. Gives the report of changes."""
        self.git("remote", "add", "origin", ".")
        self.git("fetch", "--quiet", "origin", "main")
        if self.service == "gitlab":
            scripts = yaml.safe_load((self.folder / ".gitlab-ci.yml").read_text())["changes"]["script"]
        elif self.service == "jenkins":
            scripts = re.findall(r"sh '(.*changes .*)'", (self.folder / "Jenkinsfile").read_text())
        else:
            scripts = [step["run"] for step in self.steps("pull_request") if step["name"] in ("changes", "comment")]
        for script in scripts:
            done = self.run(script, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main", CHANGE_TARGET="main", COMMENT_TOKEN="x",
                            GITHUB_STEP_SUMMARY=str(self.folder.parent / "summary"))
            if done.returncode != 0:
                return done.stderr
        return (self.folder / "changes.md").read_text()


@unittest.skipUnless(yaml, "needs the Python package PyYAML")
class AutomationTest(unittest.TestCase):
    @contextmanager
    def repository(self, service):
        with self.subTest(service), tempfile.TemporaryDirectory() as folder:
            yield Repository(Path(folder).resolve(), service)

    def test_five_commits(self):
        """Two are published, three are not; of these one has a mistake, which is told at its line."""
        for service in SERVICES:
            with self.repository(service) as repository:
                repository.commit()
                self.assertIs(repository.push(), True)
                repository.commit("README.md", "Ask Li for the password of the server.\n")
                self.assertIs(repository.push(), False)
                repository.commit(PRACTICE, "\nThe hall is open on Saturdays.\n")
                self.assertIs(repository.push(), True)
                repository.commit(".editorconfig", "\n[*.txt]\n")
                self.assertIs(repository.push(), False)
                repository.commit(PRACTICE, FAULT)
                line = (repository.folder / PRACTICE).read_text().count("\n")
                said = repository.push()
                self.assertIsInstance(said, str)
                self.assertIn({
                    "github": f"::error file={PRACTICE},line={line},col=11,title=dead-link::",
                    "gitea": f"{PRACTICE}:{line}:11: error: ",
                    # The log has it in words, too.
                    "jenkins": f"{PRACTICE}:{line}:11: error: ",
                    "gitlab": f'"path": "{PRACTICE}",\n      "lines": {{\n        "begin": {line}\n',
                }[repository.service], said)

    def test_a_mistake_taken_back(self):
        """After a run that failed, what was not published yet is published; what is as it was, is not. The rules of GitLab
        compare with the push before, so there somebody runs the pipeline by hand."""
        for service in SERVICES - {"gitlab"}:
            with self.repository(service) as repository:
                repository.commit()
                repository.push()
                repository.commit(PRACTICE, FAULT)
                self.assertIsInstance(repository.push(), str)
                repository.git("revert", "--no-edit", "HEAD")
                self.assertIs(repository.push(), False)
                repository.commit(PRACTICE, FAULT + "\nThe hall is open on Saturdays.\n")
                self.assertIsInstance(repository.push(), str)
                file = repository.folder / PRACTICE
                file.write_text(file.read_text().replace(FAULT, ""))
                repository.commit("README.md", "\n")
                self.assertIs(repository.push(), True)

    def test_a_proposed_change(self):
        """Who decides on a change reads what it changes, below it where the service can show that."""
        for service in SERVICES:
            with self.repository(service) as repository:
                repository.commit()
                repository.git("switch", "--quiet", "--create", "saturdays")
                repository.commit(PRACTICE, "\nThe hall is open on Saturdays.\n")
                report = repository.propose()
                self.assertIn("The hall is open on Saturdays.", report)
                self.assertIn({"github": "gh pr comment", "gitlab": "body@changes.md", "gitea": "/comments",
                               "jenkins": ""}[repository.service], repository.calls.read_text())

    def test_the_place_of_the_program(self):
        """A program is found by its path, in its archive and in its wheel; without one the run says what to do."""
        with tempfile.TemporaryDirectory() as folder:
            repository = Repository(Path(folder).resolve(), "gitlab")
            box = Path(folder) / "exemplar-1.0"
            box.mkdir()
            shutil.copy(PROGRAM, box / "exemplar")
            for pack in (["tar", "-cJf", "program.tar.xz", "exemplar-1.0"],
                         ["python3", "-m", "zipfile", "-c", "program.whl", "exemplar-1.0"]):
                subprocess.run(pack, cwd=folder, check=True)
                done = self.with_program(repository, f"{folder}/{pack[-2]}")
                self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
            done = self.with_program(repository, "")
            self.assertEqual(done.returncode, 2)
            self.assertIn("set EXEMPLAR to the program", done.stderr)

    def with_program(self, repository, place):
        environment = {"PATH": "/usr/bin:/bin", "EXEMPLAR": place}
        return subprocess.run(["sh", "ci/library.sh", "check", "text", "problems.txt"], cwd=repository.folder,
                              env=environment, capture_output=True, text=True)

    def test_files(self):
        """What services and editors of text read is what they can read."""
        for service in SERVICES:
            with self.repository(service) as repository:
                for path in repository.folder.rglob("*.json"):
                    json.loads(path.read_text())
                for path in repository.folder.rglob("*"):
                    if path.suffix in (".yml", ".sh", ".json") or path.name == "Jenkinsfile":
                        missing = re.findall(r"(?<![$^{])\{[a-z-]+\}", path.read_text())
                        self.assertEqual(missing, [], f"words of {path}")

    @unittest.skipUnless(importlib.util.find_spec("check_jsonschema"), "needs the Python package check-jsonschema")
    def test_schemas(self):
        """Workflows and pipelines are what the published schemas of their services ask for."""
        for service, path, options in (
                ("github", WORKFLOWS["github"], ["vendor.github-workflows"]),
                ("gitea", WORKFLOWS["gitea"], ["vendor.github-workflows"]),
                ("gitlab", ".gitlab-ci.yml", ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"])):
            with self.repository(service) as repository:
                done = subprocess.run([sys.executable, "-m", "check_jsonschema", repository.folder / path, "--builtin-schema",
                                       *options], capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout)


if __name__ == "__main__":
    unittest.main()
