using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Host.Console;

/// <summary>Answers what is too large with a sentence instead of a bare status.</summary>
internal sealed class FormSize : IEndpointFilter
{
    /// <summary>The largest form that is read, in bytes: a list of units as long as its field takes, every character written as nine.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>The largest body that is taken off the line, so that the sentence arrives: clients show an answer only after they have sent everything.</summary>
    public const int LargestDrained = 32 * 1024 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        try
        {
            var largest = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<LargestForm>()?.Bytes ?? Largest;
            if (request.ContentLength is not { } length || length <= largest) return await next(context);
            await request.Body.DrainAsync(context.HttpContext.RequestAborted);
            return await ConsolePage.TooLargeAsync(context.HttpContext);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await ConsolePage.TooLargeAsync(context.HttpContext);
        }
        catch (InvalidDataException)
        {
            // More fields, or longer ones, than the form reader takes.
            await request.Body.DrainAsync(context.HttpContext.RequestAborted);
            return await ConsolePage.TooLargeAsync(context.HttpContext);
        }
    }
}

/// <summary>Said of a form that brings a file and may be larger than the others.</summary>
/// <param name="Bytes">The largest that is read.</param>
internal sealed record LargestForm(int Bytes);
