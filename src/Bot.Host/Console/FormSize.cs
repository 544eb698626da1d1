namespace Bot.Host.Console;

/// <summary>Answers what is too large with a sentence instead of a bare status.</summary>
internal sealed class FormSize : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await ConsolePage.TooLargeAsync(context.HttpContext);
        }
        catch (InvalidDataException)
        {
            // More fields, or longer ones, than the form reader takes.
            return await ConsolePage.TooLargeAsync(context.HttpContext);
        }
    }
}
