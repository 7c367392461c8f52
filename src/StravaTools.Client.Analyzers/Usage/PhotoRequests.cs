using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StravaTools.Client.Analyzers.Usage;

/// <summary>The requests of a method body to the address of a photo, and their contents.</summary>
internal sealed class PhotoRequests
{
    private readonly HashSet<ISymbol> _requests = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _contents = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IOperation> _inline = [];

    /// <summary>Null if the body sends no photo.</summary>
    public static PhotoRequests? FindIn(IOperation body)
    {
        var requests = new PhotoRequests();
        var operations = body.DescendantsAndSelf().ToList();
        operations.ForEach(requests.AddRequest);
        operations.ForEach(requests.AddContentOfRequest);
        if (requests._requests.Count + requests._contents.Count + requests._inline.Count > 0)
        {
            return requests;
        }

        return null;
    }

    /// <summary>Whether this is such a content: a local, a new object, or the Content of a request.</summary>
    public bool IsContent(IOperation operation)
    {
        operation = Operations.Unwrap(operation);
        return _inline.Contains(operation) || operation switch
        {
            ILocalReferenceOperation local => _contents.Contains(local.Local),
            IPropertyReferenceOperation { Property.Name: "Content", Instance: { } request } => IsRequest(request),
            IObjectCreationOperation =>
                operation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                && _contents.Contains(declarator.Symbol),
            _ => false,
        };
    }

    private bool IsRequest(IOperation operation) =>
        Operations.Unwrap(operation) is ILocalReferenceOperation local && _requests.Contains(local.Local);

    /// <summary>new HttpRequestMessage(method, address), and http.PutAsync(address, content).</summary>
    private void AddRequest(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Arguments: [_, { Value: var address }] } creation
                when Operations.IsType(creation.Type, "System.Net.Http.HttpRequestMessage") && IsAddress(address):
                AddMade(creation);
                break;
            case IInvocationOperation
            {
                TargetMethod.Name: "PutAsync" or "PostAsync",
                Arguments: [{ Value: var address }, { Value: var content }, ..],
            } call
                when Operations.IsType(call.TargetMethod.ContainingType, "System.Net.Http.HttpClient") && IsAddress(address):
                AddContent(content);
                break;
        }
    }

    private void AddMade(IObjectCreationOperation creation)
    {
        if (creation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
        {
            _requests.Add(declarator.Symbol);
        }

        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation
                { Target: IPropertyReferenceOperation { Property.Name: "Content" }, Value: var content })
            {
                AddContent(content);
            }
        }
    }

    private void AddContentOfRequest(IOperation operation)
    {
        if (operation is ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.Name: "Content", Instance: { } request },
                Value: var content,
            }
            && IsRequest(request))
        {
            AddContent(content);
        }
    }

    private void AddContent(IOperation content)
    {
        content = Operations.Unwrap(content);
        if (content is ILocalReferenceOperation local)
        {
            _contents.Add(local.Local);
        }
        else if (content is IObjectCreationOperation)
        {
            _inline.Add(content);
        }
    }

    /// <summary>photo.Uri, new Uri(photo.Uri), or a local with one of them.</summary>
    private static bool IsAddress(IOperation operation)
    {
        operation = Operations.Unwrap(operation);
        if (operation is ILocalReferenceOperation local)
        {
            return Operations.OnlyValueOf(local.Local, local) is { } value && IsAddress(value);
        }

        return operation switch
        {
            IObjectCreationOperation { Arguments: [{ Value: var text }, ..] } creation =>
                Operations.IsType(creation.Type, "System.Uri") && IsAddress(text),
            _ => IsAddressOfPhoto(operation),
        };
    }

    /// <summary>photo.Uri</summary>
    public static bool IsAddressOfPhoto(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "Uri" } property }
        && Operations.IsType(property.ContainingType, ClientNames.PhotoMetadata);
}
