"""How a migration is applied and noted in one piece: a killed one leaves nothing half done."""

from __future__ import annotations

from typing import Any, cast

from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState, StateApps
from django.utils.functional import SimpleLazyObject


class LightState(ProjectState):
    """Django makes the classes of all related models anew after nearly every operation, which is
    most of the time that an empty database takes. No table of another model follows from a new
    model, from a new field, or from what Django itself says can wait: only the one is made anew.
    Whoever runs code of their own is given all of them anew, as `is_delayed` promises, when the
    code asks for the first of them: most of it makes triggers, and asks for none.
    """

    def add_field(
        self, app_label: str, model_name: str, name: str, field: Any, preserve_default: bool
    ) -> None:
        classes = self.__dict__.pop("apps", None)
        super().add_field(app_label, model_name, name, field, preserve_default)
        if classes is not None:
            self.apps = classes
            self.reload_model(app_label, model_name, delay=True)

    def clone(self) -> LightState:
        made = LightState({key: one.clone() for key, one in self.models.items()}, self.real_apps)
        if "apps" in self.__dict__:
            made.apps = self.apps.clone()
        made.is_delayed = self.is_delayed
        return made

    def clear_delayed_apps_cache(self) -> None:
        if self.is_delayed and "apps" in self.__dict__:
            self.apps = cast("StateApps", SimpleLazyObject(self._all_anew))

    def _all_anew(self) -> StateApps:
        return StateApps(self.real_apps, self.models)  # type: ignore[arg-type]  # declared as a list

    def _find_reload_model(
        self, app_label: str, model_name: str, delay: bool = False
    ) -> set[tuple[str, str]]:
        if model_name in self.apps.all_models[app_label] and not delay:
            return super()._find_reload_model(app_label, model_name)  # type: ignore[misc, no-any-return]  # not declared
        self.is_delayed = True
        return {(app_label, model_name)}


class OnePieceExecutor(MigrationExecutor):
    """Django notes some migrations only after they are committed; killed in between, the next
    start would make the same tables again and stop.
    """

    def _create_project_state(self, with_applied_migrations: bool = False) -> ProjectState:
        found = super()._create_project_state(with_applied_migrations)  # type: ignore[misc]  # not declared
        return LightState(found.models, found.real_apps)

    def apply_migration(
        self,
        state: ProjectState,
        migration: Migration,
        fake: bool = False,
        fake_initial: bool = False,
    ) -> ProjectState:
        if fake or fake_initial:
            return super().apply_migration(state, migration, fake, fake_initial)
        self._tell("apply_start", migration)
        with self.connection.schema_editor(atomic=migration.atomic) as editor:
            state = migration.apply(state, editor)
            # What Django leaves for the end: it must be done before the note, and in one with it.
            for statement in editor.deferred_sql:
                editor.execute(statement)
            editor.deferred_sql.clear()
            self.record_migration(migration)  # type: ignore[call-arg, arg-type]  # as it is called
        self._tell("apply_success", migration)
        return state

    def _tell(self, event: str, migration: Migration) -> None:
        if self.progress_callback:
            self.progress_callback(event, migration, False)
