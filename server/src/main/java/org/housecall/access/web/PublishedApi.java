package org.housecall.access.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.housecall.access.Public;
import org.housecall.access.Requires;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What /api/v1/openapi.json says beyond what the handlers' signatures do: who may call, what failures look like, what is never missing. */
@Configuration(proxyBeanMethods = false)
class PublishedApi {

    private static final String PROBLEM = "ProblemDocument";
    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String SESSION = "session";
    private static final String TOKEN = "token";

    /** What a clinic has and the installation has too. */
    private static final Set<String> OF_BOTH = Set.of(
            "ZoomApp",
            "Submission",
            "Publisher",
            "PageText",
            "Domain",
            "Scan",
            "Icon",
            "Audit",
            "Guide",
            "Text",
            "Reviewer");

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Viewer.class, CsrfToken.class)
                .replaceWithClass(SseEmitter.class, String.class);
        ModelResolver.enumsAsRef = true;
    }

    @Bean
    OpenAPI description(PlatformSettings settings) {
        return new OpenAPI()
                .info(new Info()
                        .title("Housecall")
                        .version("v1")
                        .description(
                                "A clinic server for video visits. Instants are RFC 3339, dates and local times are the"
                                        + " clinic's, failures are RFC 9457 problem documents. Words among appointments"
                                        + " are looked for from a year ago on unless a first date is given."))
                .components(new Components()
                        .addParameters(
                                IDEMPOTENCY_KEY,
                                new HeaderParameter()
                                        .name(IdempotencyFilter.HEADER)
                                        .schema(new StringSchema()
                                                .minLength(1)
                                                .maxLength(IdempotencyFilter.LONGEST_KEY))
                                        .description("Sent again within a day, the same request is answered as the"
                                                + " first time and nothing is done twice."))
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token."))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(SecurityConfiguration.sessionCookieName(settings))
                                        .description(
                                                "A browser's session. Unsafe methods also send the cookie XSRF-TOKEN"
                                                        + " as the header X-XSRF-TOKEN.")));
    }

    @Bean
    OpenApiCustomizer problemDocument() {
        Schema<?> fieldError = object(Map.of("field", new StringSchema(), "message", new StringSchema()));
        Schema<?> problem = object(Map.of(
                "type", new StringSchema().format("uri"),
                "title", new StringSchema(),
                "status", new Schema<Integer>().type("integer"),
                "detail", new StringSchema(),
                "code", new StringSchema().description("The last part of the type.")));
        problem.addProperty(
                "errors", new ArraySchema().items(fieldError).description("What is wrong with which field."));
        return api -> api.getComponents().addSchemas(PROBLEM, problem);
    }

    private static Schema<?> object(Map<String, Schema<?>> required) {
        Schema<?> object = new ObjectSchema();
        new TreeMap<>(required).forEach(object::addProperty);
        object.setRequired(required.keySet().stream().sorted().toList());
        return object;
    }

    @Bean
    OperationCustomizer operations() {
        return (Operation operation, HandlerMethod handler) -> {
            String controller = handler.getBeanType().getSimpleName().replace("Controller", "");
            operation.setOperationId(controller + "." + handler.getMethod().getName());
            operation.setTags(List.of(controller));
            if (!handler.hasMethodAnnotation(Public.class)) {
                operation.setSecurity(
                        List.of(new SecurityRequirement().addList(TOKEN), new SecurityRequirement().addList(SESSION)));
                if (isUnsafe(handler)) {
                    operation.addParametersItem(new Parameter().$ref(IDEMPOTENCY_KEY));
                }
            }
            operation.setDescription(whoMayCall(handler));
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("What went wrong, and what to do.")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/" + PROBLEM)))));
            return operation;
        };
    }

    /** A handler with a route in a clinic and one without is two operations, whose order springdoc leaves to chance. */
    @Bean
    OpenApiCustomizer ownIds() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    String id = operation.getOperationId().replaceFirst("_\\d+$", "");
                    boolean twice = OF_BOTH.contains(id.replaceFirst("\\..*", "")) && !path.contains("{clinicId}");
                    operation.setOperationId(twice ? id + "OfInstallation" : id);
                }));
    }

    private static boolean isUnsafe(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null
                && Stream.of(mapping.method())
                        .map(RequestMethod::asHttpMethod)
                        .anyMatch(IdempotencyFilter.UNSAFE::contains);
    }

    private static String whoMayCall(HandlerMethod handler) {
        Requires requires = handler.getMethodAnnotation(Requires.class);
        Public open = handler.getMethodAnnotation(Public.class);
        if (requires != null) {
            return "Requires " + requires.value() + ".";
        }
        if (open != null) {
            return "Public. " + open.value();
        }
        return handler.hasMethodAnnotation(SignedIn.class) ? "Requires a signed-in account." : "";
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mapper) {
        return new Models(mapper.jsonMapper());
    }

    /** Describes records as their nullness says: whatever is not {@link Nullable} is always there. */
    private static final class Models extends ModelResolver {

        Models(ObjectMapper mapper) {
            super(mapper, new Names());
            openapi31(true);
        }

        @Override
        @SuppressWarnings("rawtypes") // the library's own signature
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Schema<?> resolved = super.resolve(type, context, chain);
            JavaType java = _mapper.constructType(type.getType());
            if (resolved != null && java != null && java.getRawClass().isRecord()) {
                Schema<?> model = resolved.get$ref() == null
                        ? resolved
                        : context.getDefinedModels()
                                .get(resolved.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length()));
                if (model != null && model.getProperties() != null) {
                    require(model, java.getRawClass());
                }
            }
            return resolved;
        }

        private static void require(Schema<?> model, Class<?> recordClass) {
            List<String> required = Stream.of(recordClass.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .filter(model.getProperties()::containsKey)
                    .toList();
            model.setRequired(required.isEmpty() ? null : required);
        }
    }

    /** An enum carries the name of what it belongs to: Appointment.Status is AppointmentStatus. */
    private static final class Names extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            Class<?> outer = type.getDeclaringClass();
            String name = super.nameForClass(type, options);
            return outer == null || !type.isEnum()
                    ? name
                    : outer.getSimpleName().replaceFirst("Controller$", "") + name;
        }
    }
}
