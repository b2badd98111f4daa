package org.housecall.zoom;

/** Every call that we make to Zoom's REST interface, with the scope that it needs by Zoom's table of granular scopes. */
enum ZoomCall {
    USER("GET /users/{id}", Scope.READ_USER),
    CREATE("POST /users/{id}/meetings", Scope.CREATE_MEETINGS),
    LIST("GET /users/{id}/meetings", Scope.LIST_MEETINGS),
    READ("GET /meetings/{id}", Scope.READ_MEETINGS),
    UPDATE("PATCH /meetings/{id}", Scope.CHANGE_MEETINGS),
    DELETE("DELETE /meetings/{id}", Scope.REMOVE_MEETINGS);

    private final String operation;
    private final Scope scope;

    ZoomCall(String operation, Scope scope) {
        this.operation = operation;
        this.scope = scope;
    }

    /** For logs and attempts: never with an id. */
    String operation() {
        return operation;
    }

    Scope scope() {
        return scope;
    }
}
