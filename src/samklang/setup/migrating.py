"""How a migration is applied and noted in one piece: a killed one leaves nothing half done."""

from __future__ import annotations

from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState


class OnePieceExecutor(MigrationExecutor):
    """Django notes some migrations only after they are committed; killed in between, the next
    start would make the same tables again and stop.
    """

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
