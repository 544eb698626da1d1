using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Bot.Adapters.Storage;

/// <summary>Rows of one of the model's tables, read out of a batch of several statements, of which EF knows nothing.</summary>
internal sealed class ModelRow<T>
    where T : class, new()
{
    private static readonly MethodInfo Value = typeof(NpgsqlDataReader).GetMethod(nameof(NpgsqlDataReader.GetFieldValue))!;
    private static readonly MethodInfo IsNull = typeof(NpgsqlDataReader).GetMethod(nameof(NpgsqlDataReader.IsDBNull))!;
    private readonly Func<NpgsqlDataReader, T> read;

    /// <summary>The rows of a table.</summary>
    /// <param name="model">The model, which knows the columns and how their values are kept.</param>
    /// <param name="alias">The table's name in the query.</param>
    public ModelRow(IModel model, string alias)
    {
        var columns = model.FindEntityType(typeof(T))!.GetProperties().ToList();
        Columns = string.Join(", ", columns.Select(c => $"{alias}.\"{c.GetColumnName()}\""));
        var reader = Expression.Parameter(typeof(NpgsqlDataReader));
        read = Expression.Lambda<Func<NpgsqlDataReader, T>>(
            Expression.MemberInit(Expression.New(typeof(T)), columns.Select((c, at) => Expression.Bind(c.PropertyInfo!, Of(c, reader, Expression.Constant(at))))), reader).Compile();
    }

    /// <summary>The table's columns, to be selected first.</summary>
    public string Columns { get; }

    /// <summary>The row the reader stands on.</summary>
    public T Read(NpgsqlDataReader reader) => read(reader);

    private static Expression Of(IProperty column, Expression reader, Expression at)
    {
        var converter = column.GetTypeMapping().Converter;
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        Expression value = Expression.Call(reader, Value.MakeGenericMethod(converter?.ProviderClrType ?? type), at);
        if (converter is not null) value = Expression.Invoke(converter.ConvertFromProviderExpression, value);
        if (value.Type != column.ClrType) value = Expression.Convert(value, column.ClrType);
        return column.IsNullable ? Expression.Condition(Expression.Call(reader, IsNull, at), Expression.Default(column.ClrType), value) : value;
    }
}
